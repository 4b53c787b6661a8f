import type { CellChange } from "./schema-cell";

/** Nothing was saved: this is what was chosen, and what it would mean. The form comes back with `seen` to save it. */
export interface TableReview {
  readonly kind: "review";
  readonly changes: readonly CellChange[];
  /** who would gain and lose what, counted */
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
  readonly seen: string;
  readonly reason: string;
}
