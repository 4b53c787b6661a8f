/** A set of changes of site-wide rights that the address names, for looking at: a use case, a copy, a save taken back. */
import { sql } from "drizzle-orm";
import { inverted } from "@/lib/group-types/change-sets";
import type { AskedSet, ChangeSet } from "@/lib/group-types/queries/find-change-set";
import { type SavesPage, savesWhere } from "@/lib/group-types/queries/list-saves";
import { changeId } from "@/lib/group-types/schema-cell";
import { globalPermission, isGlobalPermission } from "@/lib/policy/catalogue";
import { decideGlobal } from "@/lib/policy/decide";
import type { Policy } from "@/lib/policy/facts";
import { ANONYMOUS, AUTHENTICATED } from "@/lib/policy/viewer";
import type { Viewer } from "@/lib/session/viewer";
import { blameGlobal } from "../commands/change-global-grants";
import type { GlobalChange } from "../table-form";
import { findSavedGlobal } from "./find-saved-global";

/** Null without the right to administer permissions, and for what names nothing. `of`: the type of a use case. */
export async function findGlobalSet(viewer: Viewer, asked: AskedSet, of?: string): Promise<ChangeSet | null> {
  if (!decideGlobal(viewer, "permission.administer").allowed) return null;
  const wanted = await wantedBy(viewer, asked, of);
  if (!wanted) return null;
  const { policy } = viewer;
  const isSo = ({ role, permission, on }: GlobalChange) =>
    isGlobalPermission(permission) && (policy.globalRoles.get(role)?.has(permission) ?? false) === on;
  const differing = wanted.changes.filter((change) => !isSo(change));
  const blamed = new Set(blameGlobal(viewer, differing).map(changeId));
  return {
    ...wanted,
    changes: differing.filter((change) => !blamed.has(changeId(change))),
    left: differing.filter((change) => blamed.has(changeId(change))).map(leftWords),
  };
}

type Wanted = Pick<ChangeSet, "title" | "lead" | "changes">;

async function wantedBy(viewer: Viewer, { set, from, to }: AskedSet, of?: string): Promise<Wanted | null> {
  const [kind, name = ""] = set.split(":");
  if (kind === "preset" && name === "create-groups" && of && viewer.policy.types.has(of)) {
    const changes = [{ role: AUTHENTICATED, permission: `group.create:${of}`, on: true }];
    return { title: "People may create groups", lead: "Every account may create groups of this type.", changes };
  }
  if (kind === "copy") return copied(viewer.policy, from ?? "", to ?? "");
  if (kind === "redundant")
    return { title: "Redundant grants taken out", lead: REDUNDANT, changes: redundant(viewer.policy) };
  if (kind !== "revert") return null;
  const saved = await findSavedGlobal(viewer, name);
  return saved && { title: "A save taken back", lead: REVERT, changes: inverted(saved.changes) };
}

const REDUNDANT = "What every account holds anyway.";
const REVERT =
  "Every right that it changed goes back to what it was before. Memberships that ended by it do not come back by themselves.";

function copied({ globalRoles }: Policy, from: string, to: string): Wanted | null {
  const [source, target] = [globalRoles.get(from), globalRoles.get(to)];
  if (!source || !target) return null;
  const changes = [...new Set([...source, ...target])].map((permission) => ({
    ...{ role: to, permission, on: source.has(permission) },
  }));
  return { title: "A role copied", lead: "It becomes able to do what the other one may, and no more.", changes };
}

function redundant({ globalRoles }: Policy): GlobalChange[] {
  const everybody = globalRoles.get(AUTHENTICATED);
  return [...globalRoles]
    .filter(([role]) => role !== ANONYMOUS && role !== AUTHENTICATED)
    .flatMap(([role, held]) =>
      [...held].filter((key) => everybody?.has(key)).map((permission) => ({ role, permission, on: false })),
    );
}

const leftWords = ({ role, permission }: GlobalChange): string =>
  `${isGlobalPermission(permission) ? globalPermission(permission).label : permission} for ${role}: not yours to change.`;

/** The saves of site-wide rights, newest first. Null without the right to administer permissions. */
export async function listGlobalSaves(viewer: Viewer, after: string | null): Promise<SavesPage | null> {
  if (!decideGlobal(viewer, "permission.administer").allowed) return null;
  return savesWhere(viewer.portal.store.reader, { key: sql`a.request_id::text`, where: sql`a.type is null` }, after);
}
