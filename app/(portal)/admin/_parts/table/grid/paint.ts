/** Shows in the cells on the page what the store says. What did not turn is not touched. */
import { cellFrom } from "@/lib/group-types/cell-id";
import { signOf } from "../cells";
import { stateOf, wordsFor } from "../states";
import { boxId, type ColumnView, rowsOf, type TableView } from "../view";
import type { Model } from "./attach";

/** `ids`: the cells that turned; without them, everything. */
export function paint(root: HTMLElement, { view, store }: Model, ids?: readonly string[]): void {
  const { ticks, stored } = store;
  for (const column of ids ? touched(view, ids) : view.columns) {
    const at = view.columns.indexOf(column);
    for (const row of rowsOf(view)) {
      const cell = row.cells[at];
      const place = cell && root.querySelector<HTMLElement>(`[data-cell="${boxId(column.name, row.key)}"]`);
      if (!cell || !place) continue;
      const id = boxId(column.name, row.key);
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
