/** A block of cells, from where Shift was pressed to where one is: set together by one press of Space. */
import { cellAt, rowsIn } from "./places";

export class Selection {
  #anchor: HTMLElement | null = null;
  #cells: HTMLElement[] = [];

  get size(): number {
    return this.#cells.length;
  }

  /** `from`: where one comes from with Shift held; null drops the block. */
  move(grid: HTMLElement, from: HTMLElement | null, to: HTMLElement): void {
    for (const cell of this.#cells) cell.removeAttribute("data-selected");
    this.#cells = [];
    if (!from) {
      this.#anchor = null;
      return;
    }
    this.#anchor ??= cellAt(from);
    this.#cells = this.#anchor && to instanceof HTMLTableCellElement ? block(grid, this.#anchor, to) : [];
    for (const cell of this.#cells) cell.setAttribute("data-selected", "");
  }

  /** Ids of the boxes in the block. */
  boxes(): string[] {
    return this.#cells.flatMap((cell) => cell.querySelector("input")?.value ?? []);
  }
}

function block(grid: HTMLElement, one: HTMLElement, other: HTMLTableCellElement): HTMLElement[] {
  if (!(one instanceof HTMLTableCellElement)) return [];
  const rows = rowsIn(grid);
  const at = [one, other].map((cell) => rows.indexOf(cell.closest("tr") as HTMLTableRowElement));
  const [first, last] = [Math.min(...at), Math.max(...at)];
  const [left, right] = [Math.min(one.cellIndex, other.cellIndex), Math.max(one.cellIndex, other.cellIndex)];
  return rows
    .slice(first, last + 1)
    .flatMap((row) => [...row.cells].slice(left, right + 1))
    .filter((cell) => cell.hasAttribute("data-cell"));
}
