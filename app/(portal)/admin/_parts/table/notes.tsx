/**
 * Why some cells have no box. Each reason is written once and opens from every cell that it belongs to, as a popover of
 * the browser's own: it needs no script, and a browser that knows no popovers shows them as notes below the table.
 */
import { rowsOf, type TableView } from "./view";

/** Ids by the words of the reason. */
export type Notes = ReadonlyMap<string, string>;

export function notesIn(view: TableView): Notes {
  const all = rowsOf(view).flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      if (cell.kind === "impossible") return [cell.why];
      return cell.kind === "box" && cell.lock !== null ? [cell.lock] : [];
    }),
  );
  return new Map([...new Set(all)].map((reason, at) => [reason, `why-${at + 1}`]));
}

export function ReasonNotes({ notes }: { notes: Notes }) {
  return [...notes].map(([words, id]) => (
    <p key={id} id={id} popover="auto" className={`${NOTE} max-w-72 [position-area:bottom]`}>
      {words}
    </p>
  ));
}

export const NOTE =
  "inset-auto m-2 rounded-md border border-edge bg-panel px-4 py-3 text-left text-sm text-ink shadow-float [position-try-fallbacks:flip-block,flip-inline]";
