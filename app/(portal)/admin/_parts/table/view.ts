/** A permission table as its form shows it, whichever table it is: plain values for the browser. */

import type { PermissionTable, TableCell } from "@/lib/group-types/queries/find-permission-table";
import { cellId } from "@/lib/group-types/schema-cell";
import { columnTitle } from "@/lib/group-types/sentences";
import type { GlobalCell, GlobalTable } from "@/lib/permissions/queries/find-global-table";

export interface TableView {
  readonly columns: readonly ColumnView[];
  readonly sections: readonly { readonly label: string; readonly rows: readonly RowView[] }[];
  /** what columns hold that this page does not show, and others rest on */
  readonly elsewhere: Readonly<Record<string, readonly string[]>>;
}

export interface ColumnView {
  readonly name: string;
  readonly label: string;
  /** what it is called where no band says what it is */
  readonly title: string;
  /** the layer that it belongs to */
  readonly band: string;
  readonly frozen: boolean;
  /** the column that its holders hold besides */
  readonly base: string | null;
  /** the column that they have once they joined, where another one is theirs then */
  readonly twin: string | null;
}

export interface RowView {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly high: boolean;
  /** keys of rows that bring it along in the same column */
  readonly via: readonly string[];
  /** in the order of the columns */
  readonly cells: readonly CellView[];
}

/** What a cell is before anybody touches it. `needs`: keys of rows without which a tick is of no use. */
export type CellView =
  | { readonly kind: "impossible"; readonly why: string }
  /** for comparison: changed elsewhere */
  | { readonly kind: "frozen"; readonly on: boolean }
  /** `lock`: why one may not change it, null if one may */
  | { readonly kind: "box"; readonly on: boolean; readonly lock: string | null; readonly needs: readonly string[] };

/** The id of a cell's box; both tables name them alike. */
export const boxId = cellId;

const BANDS = { outside: "Outside the group", inside: "Inside", "in-charge": "In charge" } as const;
const TIED = { outside: "Global roles, while outside the group", inside: "Global roles, inside" } as const;

export function viewOfType(table: PermissionTable): TableView {
  return {
    columns: table.columns.map((column) => ({
      ...{ name: column.name, label: column.label, frozen: column.frozen, base: column.base, twin: column.twin },
      title: columnTitle(column),
      band: column.globalRole !== null && column.band !== "in-charge" ? TIED[column.band] : BANDS[column.band],
    })),
    sections: table.sections.map(({ label, rows }) => ({
      label,
      rows: rows.map(({ key, label: name, help, risk, via, cells }) => ({
        ...{ key, label: name, help, high: risk === "high", via },
        cells: cells.map((cell, at) => cellOfType(cell, risk, table.columns[at]?.frozen ?? false)),
      })),
    })),
    elsewhere: table.elsewhere,
  };
}

const OFFICE = "a site owner, or somebody who may bypass group access";

/** Why one may not tick a cell of a type's table that is possible. */
function lockOfType(risk: "high" | "normal"): string {
  return risk === "high"
    ? `Marked high: only ${OFFICE}, grants it.`
    : `A group of this type gives its members a role that you do not hold, or puts them in charge of another group. Only ${OFFICE}, opens a way in.`;
}

function cellOfType(cell: TableCell, risk: "high" | "normal", frozen: boolean): CellView {
  if (cell.state === "impossible") return { kind: "impossible", why: cell.reason };
  const on = cell.state === "on";
  if (frozen) return { kind: "frozen", on };
  return { kind: "box", on, lock: on || cell.mayGrant ? null : lockOfType(risk), needs: cell.needs };
}

export function viewOfRoles(table: GlobalTable): TableView {
  return {
    columns: table.columns.map(({ name, label, builtIn }) => ({
      ...{ name, label, title: label, frozen: false, twin: null },
      base: builtIn ? null : "authenticated",
      band: builtIn ? "Built in" : "Roles of this portal",
    })),
    sections: table.sections.map(({ label, rows }) => ({
      label,
      rows: rows.map(({ key, label: name, help, risk, cells }) => ({
        ...{ key, label: name, help, high: risk === "high", via: [], cells: cells.map(cellOfRole) },
      })),
    })),
    elsewhere: {},
  };
}

function cellOfRole(cell: GlobalCell): CellView {
  if (cell.state === "impossible") return { kind: "impossible", why: cell.reason };
  const on = cell.state === "on";
  const may = on ? cell.mayRevoke : cell.mayGrant;
  const lock = `You do not hold it, so it is not yours to ${on ? "take" : "give"}.`;
  return { kind: "box", on, lock: may ? null : lock, needs: [] };
}

/** The same table with some of its columns. */
export function withColumns(view: TableView, keep: (column: ColumnView) => boolean): TableView {
  const kept = view.columns.map(keep);
  return {
    ...view,
    columns: view.columns.filter((_, at) => kept[at]),
    sections: view.sections.map(({ label, rows }) => ({
      label,
      rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => kept[at]) })),
    })),
  };
}

/** Neighbouring columns of one layer, for the upper row of heads. */
export function bandsOf(columns: readonly ColumnView[]): { label: string; span: number }[] {
  const bands: { label: string; span: number }[] = [];
  for (const { band } of columns) {
    const last = bands.at(-1);
    if (last?.label === band) last.span += 1;
    else bands.push({ label: band, span: 1 });
  }
  return bands;
}

export const rowsOf = ({ sections }: TableView): RowView[] => sections.flatMap(({ rows }) => rows);

type CellKey = { readonly role: string; readonly permission: string };

/** What a cell is called: “Join group for Outsider”. `titles`: of columns that the view does not have. */
export function cellName(view: TableView, { role, permission }: CellKey, titles?: ReadonlyMap<string, string>): string {
  const row = rowsOf(view).find(({ key }) => key === permission);
  const column = view.columns.find(({ name }) => name === role);
  return `${row?.label ?? permission} for ${column?.title ?? titles?.get(role) ?? role}`;
}
