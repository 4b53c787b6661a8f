/** What the server said of a table that was sent: shown anew with what was chosen, and nothing of it lost. Pure. */
import type { FormAnswer } from "@/app/_ui/form";
import type { TableMoved } from "@/lib/group-types/commands/save-table";
import type { TableReview } from "@/lib/group-types/review";
import { type CellChange, cellFrom, changeFrom } from "@/lib/group-types/schema-cell";
import type { GlobalMoved, GlobalReview } from "@/lib/permissions/commands/save-global-table";
import { storedTicks } from "./states";
import { boxId, rowsOf, type TableView } from "./view";

/** Somebody was faster: `moved` by them, `chosen` here and not saved. */
export type Moved = TableMoved | GlobalMoved;
export type Review = TableReview | GlobalReview;

export function movedIn(answer: FormAnswer | null): Moved | null {
  return answer?.ok && kindOf(answer.data) === "moved" ? (answer.data as Moved) : null;
}

export function reviewIn(answer: FormAnswer | null): Review | null {
  return answer?.ok && kindOf(answer.data) === "review" ? (answer.data as Review) : null;
}

function kindOf(data: unknown): unknown {
  return typeof data === "object" && data !== null && "kind" in data ? data.kind : null;
}

/** What is chosen and not saved when the form is shown: what came back, or else what was proposed. */
export function chosenIn(
  view: TableView,
  answer: FormAnswer | null,
  proposed: readonly CellChange[],
): readonly CellChange[] {
  const kept = reviewIn(answer)?.changes ?? movedIn(answer)?.chosen;
  if (kept) return kept;
  if (!answer || answer.ok || !answer.typed) return answer?.ok ? [] : proposed;
  const { sends, change = [], cell = [], column = [] } = answer.typed;
  if (sends === "changes") return [change].flat().map(changeFrom);
  return differing(view, new Set([cell].flat()), new Set([column].flat()));
}

/** The boxes of those columns that are not ticked as they are stored. */
function differing(view: TableView, sent: ReadonlySet<string>, columns: ReadonlySet<string>): CellChange[] {
  const stored = storedTicks(view);
  const boxes = rowsOf(view).flatMap(({ key, cells }) =>
    cells.flatMap((cell, at) => {
      const column = view.columns[at]?.name ?? "";
      return cell.kind === "box" && columns.has(column) && (cell.on || cell.lock === null) ? [boxId(column, key)] : [];
    }),
  );
  return boxes
    .filter((id) => sent.has(id) !== stored.has(id))
    .filter((id) => sent.has(id) || !isLockedOn(view, id))
    .map((id) => ({ ...cellFrom(id), on: sent.has(id) }));
}

function isLockedOn(view: TableView, id: string): boolean {
  const { role, permission } = cellFrom(id);
  const at = view.columns.findIndex(({ name }) => name === role);
  const cell = rowsOf(view).find(({ key }) => key === permission)?.cells[at];
  return cell?.kind === "box" && cell.on && cell.lock !== null;
}

/** What the choices are compared with when they are sent travels with them, and never goes on without them. */
export function baseFor(name: "version" | "was", stored: string, answer: FormAnswer | null): string {
  const review = reviewIn(answer);
  if (review && "was" in review) return name === "was" ? review.was : stored;
  const typed = answer && !answer.ok ? answer.typed?.[name] : undefined;
  return typeof typed === "string" ? typed : stored;
}
