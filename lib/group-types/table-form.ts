/** From a table that comes back whole to the cells that somebody changed in it. Pure. */

import { createHash } from "node:crypto";
import { isGroupPermission } from "@/lib/policy/catalogue";
import { contentOn } from "@/lib/policy/columns";
import type { TypeTable } from "@/lib/policy/facts";
import { type CellChange, cellFrom, cellId, changeFrom, changeId } from "./schema-cell";

/** A cell that somebody else changed: as it was when the form was made, and as it is. */
export interface Moved extends CellChange {
  readonly was: boolean;
}

/** Either the whole table, as the columns that a form shows and what is ticked in them, or the difference alone. */
export interface Sent {
  readonly sends?: "table" | "changes";
  readonly column: readonly string[];
  readonly cell: readonly string[];
  readonly change?: readonly string[];
}

/** Ids of the ticked cells. */
export function ticksOf(table: TypeTable): Set<string> {
  const ticked = [...table.columns.values()].flatMap(({ name, permissions }) =>
    [...permissions].filter((key) => contentOn(table, key)).map((key) => cellId(name, key)),
  );
  return new Set(ticked);
}

/** The cells that differ from what was ticked before, in the columns of the form; first what is granted. */
export function differences({ column, cell }: Sent, before: ReadonlySet<string>): CellChange[] {
  const sent = new Set(cell);
  const granted = [...sent].filter((id) => !before.has(id)).map((id) => ({ ...cellFrom(id), on: true }));
  const revoked = [...before]
    .filter((id) => column.includes(cellFrom(id).role) && !sent.has(id))
    .map((id) => ({ ...cellFrom(id), on: false }));
  return [...granted, ...revoked];
}

/** What the sender of a form changed in the table that it was made on; first what is granted. */
export function chosenIn(sent: Sent, before: ReadonlySet<string>): CellChange[] {
  if (sent.sends !== "changes") return differences(sent, before);
  const changes = (sent.change ?? []).map(changeFrom);
  return changes
    .filter(({ role, permission, on }) => before.has(cellId(role, permission)) !== on)
    .sort((one, other) => Number(other.on) - Number(one.on));
}

/** The same words for the same changes, in whatever order: a form that bears them was shown what would follow. */
export function fingerprintOf(changes: readonly CellChange[]): string {
  return createHash("sha256").update(changes.map(changeId).sort().join(" ")).digest("base64url").slice(0, 22);
}

/** What was ticked when the form was made: the table of now with every move taken back. */
export function ticksBefore(now: ReadonlySet<string>, moves: readonly Moved[]): Set<string> {
  const before = new Set(now);
  for (const { role, permission, was } of moves) {
    if (was) before.add(cellId(role, permission));
    else before.delete(cellId(role, permission));
  }
  return before;
}

export interface Merge {
  /** what was chosen and is not so yet: kept in the form, saved by nobody */
  readonly chosen: readonly CellChange[];
  /** what was chosen and somebody else did meanwhile */
  readonly already: readonly CellChange[];
  /** columns and rows of the form that are gone, with whatever was chosen in them */
  readonly gone: { readonly columns: readonly string[]; readonly permissions: readonly string[] };
}

const shownIn = ({ sends, column }: Sent, mine: readonly CellChange[]): string[] =>
  sends === "changes" ? [...new Set(mine.map(({ role }) => role))] : [...column];

/** A form made on an older table, against the table of now: only what its sender changed counts as theirs. */
export function mergeInto(table: TypeTable, moves: readonly Moved[], sent: Sent): Merge {
  const now = ticksOf(table);
  const mine = chosenIn(sent, ticksBefore(now, moves));
  const hasRow = (permission: string) => isGroupPermission(permission) && contentOn(table, permission);
  const isThere = ({ role, permission }: CellChange) => table.columns.has(role) && hasRow(permission);
  const there = mine.filter(isThere);
  const isSo = ({ role, permission, on }: CellChange) => now.has(cellId(role, permission)) === on;
  const lost = mine.filter(({ role, permission, on }) => on && table.columns.has(role) && !hasRow(permission));
  return {
    chosen: there.filter((change) => !isSo(change)),
    already: there.filter(isSo),
    gone: {
      columns: shownIn(sent, mine).filter((name) => !table.columns.has(name)),
      permissions: [...new Set(lost.map(({ permission }) => permission))],
    },
  };
}
