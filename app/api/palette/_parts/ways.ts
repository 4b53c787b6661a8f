/** The pages that this viewer may open and the things that they may do, as the navigation shows them. */
import { sectionsFor } from "@/app/(portal)/admin/_parts/sections";
import { findCreating } from "@/lib/groups/queries/find-creating";
import { closedDirectory } from "@/lib/groups/queries/list-directory";
import type { Viewer } from "@/lib/session/viewer";
import type { Way } from "./answer";

export async function waysOf(viewer: Viewer): Promise<readonly Way[]> {
  const { account } = viewer;
  const groups = closedDirectory(viewer) ? [] : [page("/groups", "Groups", "directory browse all find join")];
  if (!account?.active) return [...groups, ...visitorWays(viewer)];
  return [
    page("/home", "Home", "start welcome"),
    ...groups,
    page("/my-groups", "My groups", "member lead"),
    page("/my-requests", "My requests", "asked pending withdraw"),
    page("/requests", "To review", "inbox waiting approve reject"),
    page("/notices", "Notices", "what is new news told"),
    page(`/people/${account.id}`, "Your profile", "me myself"),
    page("/jobs", "My long work", "jobs progress report import bulk under way"),
    page("/account", "Your account", "settings name address email password sessions"),
    ...adminPages(viewer),
    ...(await creating(viewer)),
    { kind: "action", label: "Sign out", sign: "out", words: "log out leave", does: "sign-out" },
  ];
}

function visitorWays({ settings }: Viewer): Way[] {
  const signUp = settings.signUp === "closed" ? [] : [page("/sign-up", "Create account", "register sign up")];
  return [page("/", "Start", "home welcome"), page("/sign-in", "Sign in", "log in account"), ...signUp];
}

function adminPages(viewer: Viewer): Way[] {
  const sections = sectionsFor(viewer).map(({ path, label, line }) => page(path, `Admin: ${label}`, line));
  return sections.length > 0 ? [page("/admin", "Admin", "administration settings"), ...sections] : [];
}

/** One way for all types together; each by its own name is for whoever types it. */
async function creating(viewer: Viewer): Promise<Way[]> {
  const types = (await findCreating(viewer))?.types ?? [];
  if (types.length === 0) return [];
  const one = (label: string, type: string): Way => ({
    kind: "action",
    label: `New group: ${label}`,
    sign: "new",
    words: "create make add",
    does: { go: `/groups/new?type=${type}` },
    quiet: true,
  });
  const all: Way = {
    kind: "action",
    label: "New group",
    sign: "new",
    words: "create make add",
    does: { go: "/groups/new" },
  };
  return [all, ...(types.length > 1 ? types.map(({ label, name }) => one(label, name)) : [])];
}

function page(path: string, label: string, words: string): Way {
  return { kind: "page", label, sign: "page", words, does: { go: path } };
}
