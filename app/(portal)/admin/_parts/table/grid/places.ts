/** Where things are in a table on the page, and what lies beside them. Hidden rows are passed over. */

export function gridOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("table[data-grid]") : null;
}

export function cellAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
}

export function focusableIn(place: HTMLElement): HTMLElement {
  return place.querySelector<HTMLElement>("input, button") ?? place;
}

/** Rows of cells, and the headings between them, as far as they are shown. */
export function rowsIn(grid: HTMLElement): HTMLTableRowElement[] {
  return [...grid.querySelectorAll<HTMLTableRowElement>("tr[data-row], tr[data-heading]")].filter((row) =>
    row.checkVisibility(),
  );
}

export const isInFirstPlace = (stop: HTMLElement): boolean => stop.closest("td") !== null && stop.checkVisibility();

const cellsIn = (row: HTMLTableRowElement | undefined): HTMLElement[] => [...(row?.querySelectorAll("td") ?? [])];

/** The place that an arrow leads to: a cell, or the heading of a section. Null at the edge, and for any other key. */
export function arrowFrom(grid: HTMLElement, from: HTMLElement, key: string): HTMLElement | null {
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
  const row = from.closest("tr");
  if (!step || !row) return null;
  const [down = 0, right = 0] = step;
  const column = columnOf(from);
  if (down === 0) return cellsIn(row)[column + right] ?? null;
  const rows = rowsIn(grid);
  return placeIn(rows[rows.indexOf(row) + down], column);
}

// A heading has no columns, so going through one must not forget where one was.
let lastColumn = 0;

function columnOf(from: HTMLElement): number {
  const cell = from.closest("td");
  if (cell) lastColumn = cell.cellIndex - 1;
  return lastColumn;
}

function placeIn(row: HTMLTableRowElement | undefined, column: number): HTMLElement | null {
  if (!row) return null;
  return row.hasAttribute("data-heading") ? row : (cellsIn(row)[column] ?? null);
}

/** Home and End: the ends of the row, with Ctrl those of the table. */
export function ends(grid: HTMLElement, from: HTMLElement, key: string, whole: boolean): HTMLElement | null {
  if (key !== "Home" && key !== "End") return null;
  const rows = whole ? rowsIn(grid).filter((row) => row.hasAttribute("data-row")) : [];
  const row = whole ? rows.at(key === "Home" ? 0 : -1) : from.closest("tr");
  return cellsIn(row ?? undefined).at(key === "Home" ? 0 : -1) ?? null;
}
