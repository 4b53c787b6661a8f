/** What the palette finds while one types: the same as the lists of groups and of people, only less of it. */
import type { GroupLine } from "@/lib/groups/line";
import { listDirectory } from "@/lib/groups/queries/list-directory";
import { listMyGroups } from "@/lib/groups/queries/list-my-groups";
import { listPeopleBeginning, type PersonBeginning } from "@/lib/people/queries/list-people-beginning";
import { queryKey } from "@/lib/prefix";
import type { Viewer } from "@/lib/session/viewer";

const GROUPS = 6;

export interface FoundGroup {
  readonly slug: string;
  readonly name: string;
  readonly picture: string;
  readonly colour: string;
  /** label of its type */
  readonly type: string;
  /** how the viewer stands to it, if at all */
  readonly standing: "leads" | "member" | null;
}

export interface Found {
  readonly groups: readonly FoundGroup[];
  readonly people: readonly PersonBeginning[];
  /** there are other groups that fit */
  readonly more: boolean;
}

/** For a text that asks for nothing one's own groups, as many as a page of them holds; else the first that fit it. */
export async function listFound(viewer: Viewer, q: string | null): Promise<Found> {
  const [{ lines, more }, people] = await Promise.all([groupsFor(viewer, q), listPeopleBeginning(viewer, q)]);
  return { groups: lines.map(toFound), people, more };
}

async function groupsFor(viewer: Viewer, q: string | null) {
  if (queryKey(q) === "") return { lines: (await listMyGroups(viewer)).lines, more: false };
  const found = await listDirectory(viewer, { q, size: GROUPS });
  if (found.kind === "list") return { lines: found.lines, more: found.next !== null };
  // To whom the directory is closed finds their own groups; a visitor has none.
  const { lines } = await listMyGroups(viewer, null, q);
  return { lines: lines.slice(0, GROUPS), more: false };
}

function toFound({ slug, name, picture, colour, type, status }: GroupLine): FoundGroup {
  const standing = status.leads ? "leads" : status.member ? "member" : null;
  return { slug, name, picture, colour, type: type.label, standing };
}
