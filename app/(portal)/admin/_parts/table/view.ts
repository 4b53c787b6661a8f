/** A permission table as its form shows it, whichever table it is: plain values for the browser. */
import { cellId } from "@/lib/group-types/cell-id";
import type { PermissionTable } from "@/lib/group-types/queries/find-permission-table";
import { columnTitle } from "@/lib/group-types/sentences";
import type { GlobalTable } from "@/lib/permissions/queries/find-global-table";
import { type CellView, cellOfRole, cellOfType } from "./cell";

export interface TableView {
  readonly columns: readonly ColumnView[];
  readonly sections: readonly { readonly label: string; readonly rows: readonly RowView[] }[];
}

export interface ColumnView {
  readonly name: string;
  readonly label: string;
  /** what it is called where no band says what it is */
  readonly title: string;
  /** the layer that it belongs to */
  readonly band: string;
  readonly frozen: boolean;
}

export interface RowView {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly high: boolean;
  /** in the order of the columns */
  readonly cells: readonly CellView[];
}

/** The id of a cell's box; both tables name them alike. */
export const boxId = cellId;

const BANDS = { outside: "Outside the group", inside: "Inside", "in-charge": "In charge" } as const;

export function viewOfType(table: PermissionTable): TableView {
  return {
    columns: table.columns.map((column) => ({ ...column, title: columnTitle(column), band: BANDS[column.band] })),
    sections: table.sections.map(({ label, rows }) => ({
      label,
      rows: rows.map(({ key, label: name, help, risk, cells }) => ({
        ...{ key, label: name, help, high: risk === "high" },
        cells: cells.map((cell, at) => cellOfType(cell, risk, table.columns[at]?.frozen ?? false)),
      })),
    })),
  };
}

export function viewOfRoles(table: GlobalTable): TableView {
  return {
    columns: table.columns.map(({ name, label, builtIn }) => ({
      ...{ name, label, title: label, frozen: false },
      band: builtIn ? "Built in" : "Roles of this portal",
    })),
    sections: table.sections.map(({ label, rows }) => ({
      label,
      rows: rows.map(({ key, label: name, help, risk, cells }) => ({
        ...{ key, label: name, help, high: risk === "high", cells: cells.map(cellOfRole) },
      })),
    })),
  };
}

/** The same table with some of its columns. */
export function withColumns(view: TableView, keep: (column: ColumnView) => boolean): TableView {
  const kept = view.columns.map(keep);
  return {
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

/** What a cell is called: “Join group for Outsider”. */
export function cellName(view: TableView, { role, permission }: { role: string; permission: string }): string {
  const row = view.sections.flatMap(({ rows }) => rows).find(({ key }) => key === permission);
  const column = view.columns.find(({ name }) => name === role);
  return `${row?.label ?? permission} for ${column?.title ?? role}`;
}
