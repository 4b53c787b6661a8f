/** What each cell of a type's table says: whether it is ticked, held through something else, or impossible. Pure. */
import { type GroupPermission, type GroupRow, groupPermission, impliedBy, possibleIn } from "@/lib/policy/catalogue";
import { mayGrantCell, type TypeUse } from "@/lib/policy/ceilings";
import { cellCounts, gives } from "@/lib/policy/columns";
import type { Column, PolicyViewer, TypeTable } from "@/lib/policy/facts";

export type Cell = ImpossibleCell | PossibleCell;

export interface ImpossibleCell {
  readonly state: "impossible";
  readonly reason: string;
}

/** `off` with `through` is implied; `on` with `through` is redundant. */
export interface PossibleCell {
  readonly state: "on" | "off";
  /** what brings it along besides the tick: another permission of the column, or another column */
  readonly through: { readonly permission: string } | { readonly column: string } | null;
  /** the viewer may tick it; unticking is always theirs */
  readonly mayGrant: boolean;
  /** ticked for outsiders with a role, and not held by them as members */
  readonly lostOnJoining: boolean;
}

export interface Asking {
  readonly viewer: PolicyViewer;
  readonly table: TypeTable;
  readonly use: TypeUse;
  /** what a column is called */
  labelOf(column: string): string;
}

export function cellOf(asking: Asking, column: Column, { key }: GroupRow): Cell {
  const possible = possibleIn(column.kind, key);
  if (possible !== true) return { state: "impossible", reason: possible };
  const on = cellCounts(column, key);
  return {
    state: on ? "on" : "off",
    through: throughOf(asking, column, key),
    mayGrant: mayGrantCell(asking.viewer, { kind: column.kind, permission: key }, asking.use),
    lostOnJoining: on && isLostOnJoining(asking.table, column, key),
  };
}

function throughOf({ table, labelOf }: Asking, column: Column, key: GroupPermission): PossibleCell["through"] {
  const within = (["group.administer", ...impliedBy(key)] as const).find(
    (other) => other !== key && cellCounts(column, other),
  );
  if (within) return { permission: groupPermission(within).label };
  const base = baseOf(table, column);
  return base && holds(base, key) ? { column: labelOf(base.name) } : null;
}

/** The column that everybody holds besides who holds this one. */
function baseOf({ columns }: TypeTable, { kind }: Column): Column | null {
  if (kind === "advanced-outsider") return columns.get("outsider") ?? null;
  return kind === "custom" || kind === "insider" ? (columns.get("member") ?? null) : null;
}

const holds = (column: Column, key: GroupPermission) => gives(column, "group.administer") || gives(column, key);

function isLostOnJoining({ columns }: TypeTable, { kind, globalRole }: Column, key: GroupPermission): boolean {
  if (kind !== "advanced-outsider" || possibleIn("member", key) !== true) return false;
  const inside = [columns.get("member"), columns.get(`insider:${globalRole}`)];
  return !inside.some((column) => column && holds(column, key));
}
