/**
 * Makes the tables inside an element work by hand: one handler for all cells, whose boxes stay plain boxes. What is
 * ticked lies in the store; this shows it, and turns keys and clicks into steps of the store.
 */
import type { TableStore } from "../store";
import type { TableView } from "../view";
import { applyFilter } from "./filter-rows";
import { cellsIn, paint } from "./paint";
import { arrowFrom, cellAt, ends, focusableIn, gridOf, isInFirstPlace } from "./places";
import { Selection } from "./selection";

export interface Model {
  readonly view: TableView;
  readonly store: TableStore;
  /** somebody wants to know why this cell is as it is */
  ask(id: string, at: HTMLElement): void;
}

export interface Attached {
  /** hides the rows that do not fit and says how many are left */
  filter(text: string): number;
  detach(): void;
}

/** `early`: boxes that somebody turned before this ran count as well. */
export function attach(root: HTMLElement, model: Model, early: boolean): Attached {
  const { store, view } = model;
  const selection = new Selection();
  const stop = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(kind: K, listener: (event: HTMLElementEventMap[K]) => void) =>
    root.addEventListener(kind, listener, { signal: stop.signal });

  // Sent are the changes alone: the boxes, which would say the whole table once more, belong to no form from here on.
  for (const box of boxesIn(root)) box.setAttribute("form", "none");
  for (const grid of root.querySelectorAll<HTMLElement>("table[data-grid]")) oneTabStop(grid);
  if (early) for (const box of boxesIn(root)) store.set([box.value], box.checked);
  const cells = cellsIn(root);
  paint(cells, model);

  on("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "checkbox") store.set([target.value], target.checked);
  });
  on("click", (event) => onClick(event, model));
  on("keydown", (event) => {
    if (!takeBack(event, store)) onKey(event, model, selection);
  });
  on("focusin", ({ target }) => {
    const cell = cellAt(target);
    const grid = gridOf(target);
    if (grid && target instanceof HTMLElement) comeTo(grid, target);
    if (cell) light(cell);
  });
  on("pointerover", ({ target }) => {
    const cell = cellAt(target);
    if (cell) light(cell);
  });
  const forget = store.subscribe((ids) => paint(cells, model, ids));
  return {
    filter: (text) => applyFilter(root, { view, ticks: store.ticks, stored: store.stored }, text),
    detach: () => {
      stop.abort();
      forget();
    },
  };
}

const boxesIn = (root: HTMLElement) => root.querySelectorAll<HTMLInputElement>("input[name=cell]");

/** Tab comes to a table once, where one was last; inside, the arrows lead on. */
function oneTabStop(grid: HTMLElement): void {
  const stops = [...grid.querySelectorAll<HTMLElement>("td input, td button, td[data-state^=frozen], [data-fold]")];
  for (const one of stops) one.tabIndex = -1;
  const first = stops.find(isInFirstPlace) ?? stops[0];
  if (first) first.tabIndex = 0;
}

function comeTo(grid: HTMLElement, target: HTMLElement): void {
  for (const one of grid.querySelectorAll<HTMLElement>("[tabindex='0']")) one.tabIndex = -1;
  target.tabIndex = 0;
}

function light(cell: HTMLElement): void {
  const grid = gridOf(cell);
  if (!(cell instanceof HTMLTableCellElement) || !grid) return;
  const cols = grid.querySelectorAll("col");
  if (cols[cell.cellIndex]?.hasAttribute("data-lit")) return;
  for (const col of cols) col.removeAttribute("data-lit");
  cols[cell.cellIndex]?.setAttribute("data-lit", "");
}

function onClick(event: MouseEvent, model: Model): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const fold = target.closest<HTMLElement>("[data-fold]");
  if (fold) {
    turnFold(fold);
    return;
  }
  // Beside the box lies its mark: pressed, it says why.
  const cell = cellAt(target);
  if (cell && !target.closest("label, button, input, a")) model.ask(cell.dataset.cell ?? "", cell);
}

function turnFold(button: HTMLElement): void {
  const section = button.closest("tbody");
  const folded = section?.toggleAttribute("data-folded") ?? false;
  button.setAttribute("aria-expanded", String(!folded));
}

/** Ctrl Z and its opposite, wherever one is in the table; true if the key was that. */
function takeBack(event: KeyboardEvent, store: TableStore): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return false;
  event.preventDefault();
  if (key === "y" || event.shiftKey) store.redo();
  else store.undo();
  return true;
}

function onKey(event: KeyboardEvent, model: Model, selection: Selection): void {
  const grid = gridOf(event.target);
  const cell = cellAt(event.target);
  if (event.key === "Enter" && cell && event.target instanceof HTMLInputElement) {
    event.preventDefault();
    model.ask(cell.dataset.cell ?? "", cell);
    return;
  }
  if (!grid || !(event.target instanceof HTMLElement) || event.altKey || event.metaKey) return;
  if (event.key === " " && selection.size > 1 && cell) {
    event.preventDefault();
    const on = !model.store.ticks.has(cell.dataset.cell ?? "");
    model.store.set(selection.boxes(), on);
    return;
  }
  const next = arrowFrom(grid, event.target, event.key) ?? ends(grid, event.target, event.key, event.ctrlKey);
  if (!next) return;
  event.preventDefault();
  selection.move(grid, event.shiftKey ? event.target : null, next);
  const focusable = focusableIn(next);
  focusable.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}
