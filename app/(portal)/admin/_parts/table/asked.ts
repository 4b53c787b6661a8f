/** What the address asks of a table's page: which view of it, which rows, and which changes it proposes. */
import type { AskedSet } from "@/lib/group-types/queries/find-change-set";
import { one } from "../../../_parts/paths";

type Query = Readonly<Record<string, string | string[] | undefined>>;

export interface TableAsked {
  readonly view: "matrix" | "role" | "history" | "simulate" | null;
  /** the column that is shown alone */
  readonly role: string | null;
  readonly filter: string;
  readonly saved: string | null;
  readonly set: AskedSet | null;
  readonly after: string | null;
}

const VIEWS = ["matrix", "role", "history", "simulate"] as const;

export function tableAsked(query: Query): TableAsked {
  const view = VIEWS.find((name) => name === one(query.view)) ?? null;
  const set = one(query.set);
  return {
    view,
    role: one(query.role) ?? null,
    filter: (one(query.q) ?? "").slice(0, 200),
    saved: one(query.saved) ?? null,
    set: set
      ? { set, from: one(query.from), fromType: one(query.fromType), to: one(query.to), with: one(query.with) }
      : null,
    after: one(query.after) ?? null,
  };
}
