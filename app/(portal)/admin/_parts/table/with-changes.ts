/** Changes that are not saved, in an address: another view of the table begins with them. */
import type { Route } from "next";
import { type CellChange, changeFrom, changeId } from "@/lib/group-types/schema-cell";
import { rowsOf, type TableView } from "./view";

export function withChanges(path: string, changes: readonly CellChange[]): Route {
  if (changes.length === 0) return path as Route;
  const query = new URLSearchParams(changes.map((change) => ["change", changeId(change)]));
  return `${path}${path.includes("?") ? "&" : "?"}${query}` as Route;
}

const MOST = 500;

/** Only of boxes that are there: an address may be old. */
export function changesIn(view: TableView, change: string | string[] | undefined): CellChange[] {
  return [change ?? []]
    .flat()
    .slice(0, MOST)
    .filter((id) => /^[+-]/.test(id))
    .map(changeFrom)
    .filter(({ role, permission, on }) => {
      const at = view.columns.findIndex(({ name }) => name === role);
      const cell = rowsOf(view).find(({ key }) => key === permission)?.cells[at];
      return cell?.kind === "box" && cell.lock === null && cell.on !== on;
    });
}
