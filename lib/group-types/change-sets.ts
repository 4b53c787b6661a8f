/** Changes that somebody would make many at once, worked out for them to look at: nothing here is saved. Pure. */
import { GROUP_PERMISSIONS, type GroupPermission, impliedBy, possibleIn } from "@/lib/policy/catalogue";
import { cellCounts, contentOn, gives } from "@/lib/policy/columns";
import type { Column, TypeTable } from "@/lib/policy/facts";
import { cellsOf, type Preset } from "./presets";
import type { CellChange } from "./schema-cell";

/** What makes the use case and is not ticked yet; `globalRole` is the role that its column is tied to. */
export function presetChanges(preset: Preset, globalRole?: string): CellChange[] {
  return cellsOf(preset, globalRole || undefined, "use-case").map((cell) => ({ ...cell, on: true }));
}

/** Makes one column say what another says, wherever it can: of this type, or of another one. */
export function copyChanges(from: Column, to: Column): CellChange[] {
  return GROUP_PERMISSIONS.filter(({ key }) => possibleIn(to.kind, key) === true).map(({ key }) => ({
    ...{ role: to.name, permission: key },
    on: cellCounts(from, key),
  }));
}

/** Takes back what a save changed. */
export function inverted(changes: readonly CellChange[]): CellChange[] {
  return changes.map(({ on, ...cell }) => ({ ...cell, on: !on }));
}

/** Ticks that could go without anybody losing anything. */
export function redundantChanges(table: TypeTable): CellChange[] {
  return [...table.columns.values()].flatMap((column) =>
    [...column.permissions]
      .filter((key) => cellCounts(column, key) && contentOn(table, key) && isRedundant(table, column, key))
      .map((permission) => ({ role: column.name, permission, on: false })),
  );
}

function isRedundant({ columns }: TypeTable, column: Column, key: GroupPermission): boolean {
  const within = ["group.administer", ...impliedBy(key)] as GroupPermission[];
  if (within.some((other) => other !== key && cellCounts(column, other))) return true;
  const base = baseOf(column.kind);
  const below = base === null ? undefined : columns.get(base);
  return below !== undefined && holds(below, key);
}

/** The column that whoever holds one of this kind holds besides. */
export function baseOf(kind: Column["kind"]): string | null {
  if (kind === "advanced-outsider") return "outsider";
  return kind === "custom" || kind === "insider" ? "member" : null;
}

const holds = (column: Column, key: GroupPermission) => gives(column, "group.administer") || gives(column, key);
