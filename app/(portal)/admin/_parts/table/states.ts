/**
 * One vocabulary for the cells of every permission table and every view of it: what a cell says while these boxes are
 * ticked, stored or not. Pure, and the same on the server and in the browser.
 */
import { boxId, type CellView, type ColumnView, type RowView, rowsOf, type TableView } from "./view";

export type CellWord =
  | "on"
  | "off"
  | "implied"
  | "redundant"
  | "ineffective"
  | "impossible"
  | "locked"
  | "locked-on"
  | "frozen-on"
  | "frozen-off";

/** What brings a cell along besides its tick. */
export type Through = { readonly permission: string } | { readonly column: string } | null;

export interface CellState {
  readonly word: CellWord;
  readonly through: Through;
  /** key of the row that has to be held besides, for the tick to be of use */
  readonly needs: string | null;
  /** ends on joining: what they have inside does not hold it */
  readonly lost: boolean;
}

/** Ids of ticked boxes, and of what columns hold that are not the form's to change. */
export type Ticks = ReadonlySet<string>;

/** What is ticked as it is stored. */
export function storedTicks(view: TableView): Set<string> {
  const shown = rowsOf(view).flatMap(({ key, cells }) =>
    cells.flatMap((cell, at) =>
      cell.kind !== "impossible" && cell.on ? [boxId(view.columns[at]?.name ?? "", key)] : [],
    ),
  );
  const elsewhere = Object.entries(view.elsewhere).flatMap(([column, keys]) => keys.map((key) => boxId(column, key)));
  return new Set([...shown, ...elsewhere]);
}

export function stateOf(view: TableView, ticks: Ticks, column: ColumnView, row: RowView, cell: CellView): CellState {
  const none = { through: null, needs: null, lost: false };
  if (cell.kind === "impossible") return { ...none, word: "impossible" };
  const on = ticks.has(boxId(column.name, row.key));
  const through = throughOf(ticks, column, row);
  if (cell.kind === "frozen") return { ...none, through, word: on || through ? "frozen-on" : "frozen-off" };
  const needs = on ? (cell.needs.find((key) => !holdsBesides(view, ticks, column, key)) ?? null) : null;
  const lost = on && isLost(view, ticks, column, row);
  const word = wordOf(on, through !== null, needs !== null, cell.lock !== null && on === cell.on);
  return { word, through, needs, lost };
}

function wordOf(on: boolean, through: boolean, needs: boolean, locked: boolean): CellWord {
  if (locked) return on ? "locked-on" : through ? "implied" : "locked";
  if (!on) return through ? "implied" : "off";
  if (through) return "redundant";
  return needs ? "ineffective" : "on";
}

function throughOf(ticks: Ticks, { name, base }: ColumnView, row: RowView): Through {
  const within = row.via.find((key) => ticks.has(boxId(name, key)));
  if (within) return { permission: within };
  return base && holds(ticks, base, row) ? { column: base } : null;
}

const holds = (ticks: Ticks, column: string, { key, via }: Pick<RowView, "key" | "via">): boolean =>
  [key, ...via].some((one) => ticks.has(boxId(column, one)));

function holdsBesides(view: TableView, ticks: Ticks, { name, base }: ColumnView, key: string): boolean {
  const row = rowsOf(view).find((one) => one.key === key);
  if (!row) return true;
  return holds(ticks, name, row) || (base !== null && holds(ticks, base, row));
}

function isLost(view: TableView, ticks: Ticks, { twin }: ColumnView, row: RowView): boolean {
  if (!twin) return false;
  const at = view.columns.findIndex(({ name }) => name === twin);
  if (at >= 0 && row.cells[at]?.kind === "impossible") return false;
  return !holds(ticks, twin, row) && !holds(ticks, "member", row);
}

/** Where a tick would go for a want that a cell has: the row that it needs, or the column of those who joined. */
export interface Offer {
  readonly id: string;
  readonly label: string;
}

/** Everything that is to be said of a cell, in sentences, and the one click that would mend it. */
export function wordsFor(view: TableView, column: ColumnView, row: RowView, cell: CellView, state: CellState) {
  const said: string[] = [];
  if (cell.kind === "impossible") said.push(`Impossible. ${cell.why}`);
  if (state.through) said.push(throughWords(view, state.through));
  if (cell.kind === "box" && cell.lock) said.push(cell.lock);
  const needed = state.needs && rowsOf(view).find(({ key }) => key === state.needs);
  if (needed) said.push(`Of no use yet: it needs “${needed.label}” as well.`);
  if (state.lost) said.push("Ends on joining: as members they do not have it.");
  const offers: Offer[] = [];
  if (needed && isBox(view, column.name, needed)) {
    offers.push({ id: boxId(column.name, needed.key), label: `Tick “${needed.label}” too` });
  }
  if (state.lost && column.twin && isBox(view, column.twin, row)) {
    offers.push({ id: boxId(column.twin, row.key), label: "Keep it also when a member" });
  }
  return { said, offers };
}

function throughWords(view: TableView, through: NonNullable<Through>): string {
  if ("permission" in through) {
    const row = rowsOf(view).find(({ key }) => key === through.permission);
    return `Held through “${row?.label ?? through.permission}”.`;
  }
  const column = view.columns.find(({ name }) => name === through.column);
  return `Held already: the column ${column?.label ?? "Member"} gives it.`;
}

function isBox(view: TableView, column: string, row: RowView): boolean {
  const cell = row.cells[view.columns.findIndex(({ name }) => name === column)];
  return cell?.kind === "box" && cell.lock === null;
}

export const WORDS: Readonly<Record<CellWord, string>> = {
  on: "on",
  off: "off",
  implied: "not ticked, and held through something else",
  redundant: "ticked, though held anyway",
  ineffective: "ticked, and of no use yet",
  impossible: "impossible",
  locked: "off, and not yours to change",
  "locked-on": "on, and not yours to change",
  "frozen-on": "yes",
  "frozen-off": "no",
};
