/** What each cell of a type's table is to whoever edits it: ticked or not, theirs to change, or impossible. Pure. */
import {
  type GroupPermission,
  type GroupRow,
  impliedBy,
  isContentPermission,
  possibleIn,
} from "@/lib/policy/catalogue";
import { mayGrantCell, type TypeUse } from "@/lib/policy/ceilings";
import { cellCounts } from "@/lib/policy/columns";
import type { Column, ColumnKind, PolicyViewer } from "@/lib/policy/facts";

export type Cell =
  | { readonly state: "impossible"; readonly reason: string }
  /** unticking is always theirs */
  | { readonly state: "on" | "off"; readonly mayGrant: boolean };

export function cellOf(viewer: PolicyViewer, use: TypeUse, column: Column, { key }: GroupRow): Cell {
  const possible = possibleIn(column.kind, key);
  if (possible !== true) return { state: "impossible", reason: possible };
  const mayGrant = mayGrantCell(viewer, { kind: column.kind, permission: key }, use);
  return { state: cellCounts(column, key) ? "on" : "off", mayGrant };
}

/** Permissions that bring this one along in the same column. */
export function broughtBy(key: GroupPermission): GroupPermission[] {
  return (["group.administer", ...impliedBy(key)] as const).filter((other) => other !== key);
}

const SHOWS_THE_GROUP: readonly GroupPermission[] = [
  "group.administer",
  "group.view",
  "group.view-unpublished",
  "group.view-own-unpublished",
];

/**
 * What a column must hold besides for the cell to be of use, the first thing first: whoever is outside and does not see
 * the group finds nothing to do in it, a post that one may not view is not there, and members are chosen from their list.
 */
export function neededFor(kind: ColumnKind, key: GroupPermission): GroupPermission[] {
  if (kind === "leader" || SHOWS_THE_GROUP.includes(key)) return [];
  const inside = kind === "member" || kind === "insider" || kind === "custom";
  return [...(inside ? [] : (["group.view"] as const)), ...besides(key)];
}

function besides(key: GroupPermission): GroupPermission[] {
  if (key === "member.remove" || key === "member.assign-roles") return ["member.list"];
  if (!isContentPermission(key) || key === "post.view" || key === "post.view-unpublished") return [];
  return ["post.view"];
}
