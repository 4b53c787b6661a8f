/** Shows in the cells on the page what the store says. What did not turn is not touched. */
import { cellFrom } from "@/lib/group-types/schema-cell";
import { signOf } from "../cells";
import { stateOf, wordsFor } from "../states";
import { boxId, type ColumnView, rowsOf, type TableView } from "../view";
import type { Model } from "./attach";

/** The places of all cells, by their ids: looked up once, since a table has hundreds. */
export function cellsIn(root: HTMLElement): ReadonlyMap<string, HTMLElement> {
  const places = root.querySelectorAll<HTMLElement>("[data-cell]");
  return new Map([...places].map((place) => [place.dataset.cell ?? "", place]));
}

/** `ids`: the cells that turned; without them, everything. */
export function paint(places: ReadonlyMap<string, HTMLElement>, { view, store }: Model, ids?: readonly string[]): void {
  const { ticks, stored } = store;
  const rows = rowsOf(view);
  for (const column of ids ? touched(view, ids) : view.columns) {
    const at = view.columns.indexOf(column);
    for (const row of rows) {
      const id = boxId(column.name, row.key);
      const cell = row.cells[at];
      const place = places.get(id);
      if (!cell || !place) continue;
      const state = stateOf(view, ticks, column, row, cell);
      put(place, "state", state.word);
      put(place, "lost", state.lost ? "true" : undefined);
      put(place, "sign", signOf(stored.has(id), ticks.has(id)));
      const box = place.querySelector("input");
      if (box) {
        box.checked = ticks.has(id);
        if (box.ariaLabel !== null) box.setAttribute("aria-describedby", `said-${state.word}`);
      }
      const said = place.querySelector<HTMLElement>("[data-said]");
      if (said) said.textContent = wordsFor(view, column, row, cell, state).said.join(" ");
    }
  }
}

/** The columns in which something turned, and those that rest on them. */
function touched({ columns }: TableView, ids: readonly string[]): ColumnView[] {
  const turned = new Set(ids.map((id) => cellFrom(id).role));
  return columns.filter(({ name, base, twin }) => [name, base, twin].some((one) => one !== null && turned.has(one)));
}

function put(place: HTMLElement, name: string, value: string | undefined): void {
  if (place.dataset[name] === value) return;
  if (value === undefined) delete place.dataset[name];
  else place.dataset[name] = value;
}
