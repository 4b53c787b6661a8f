/**
 * Why cells are as they are. Each reason is written once and opens from every cell that it belongs to, as a popover of
 * the browser's own: it needs no script, and a browser that knows no popovers shows them as notes below the table.
 */
import type { CellView } from "./cell";
import type { TableView } from "./view";

/** Ids by the words of the reason. */
export type Reasons = ReadonlyMap<string, string>;

export function reasonOf(cell: CellView): string | null {
  if (cell.state === "impossible" || cell.state === "locked") return cell.why;
  const said = [cell.through, cell.state === "box" ? cell.note : null].filter((words) => words !== null);
  return said.length > 0 ? said.join(" ") : null;
}

export function reasonsIn({ sections }: TableView): Reasons {
  const all = sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(reasonOf)));
  const words = [...new Set(all.filter((reason) => reason !== null))];
  return new Map(words.map((reason, at) => [reason, `why-${at + 1}`]));
}

export function ReasonNotes({ reasons }: { reasons: Reasons }) {
  return [...reasons].map(([words, id]) => (
    <p
      key={id}
      id={id}
      popover="auto"
      className="inset-auto m-2 max-w-72 rounded-md border border-edge bg-panel px-4 py-3 text-left text-sm text-ink shadow-float [position-area:bottom] [position-try-fallbacks:flip-block,flip-inline]"
    >
      {words}
    </p>
  ));
}
