/** A form that asks once more: it names what would follow, and goes through when it comes back knowing that. */

import { countedText } from "@/lib/counted";
import type { Viewer } from "@/lib/session/viewer";
import { type Counts, numbersOf } from "../queries/count-consequences";
import type { Touched } from "../queries/find-touched";

export type Echo = readonly { readonly name: string; readonly value: string }[];

export interface Asking {
  /** null where nobody would be touched */
  readonly counts: Counts | null;
  /** besides: names of who would leave, links that would be refused; null for a group that is not there yet */
  readonly touched: Touched | null;
  /** a public group would hand out the right to request groups, and keep whoever loses it */
  readonly confersRequest: boolean;
  /** the form's own fields, to be sent again; `seen` among them stands for what is shown here */
  readonly echo: Echo;
}

/** What the form knows when it comes back; empty where there is nothing to ask. */
export function seenBy({
  counts,
  confersRequest,
  touched,
}: Pick<Asking, "counts" | "confersRequest" | "touched">): string {
  return countedText({ confers: confersRequest, ...(counts ? numbersOf(counts) : {}), links: touched?.links ?? 0 });
}

/** What a form says that would rather change its answers: it is refused, and so comes back filled in. */
export const BACK = "back";

export function echoOf(form: Readonly<Record<string, unknown>>, seen: string): Echo {
  return Object.entries({ ...form, seen }).flatMap(([name, value]) =>
    valuesOf(value).map((one) => ({ name, value: one })),
  );
}

function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === "boolean") return value ? ["on"] : [];
  return value === undefined || value === null ? [] : [String(value)];
}

/** Whether one of these roles, conferred by a public group, gives the right to request groups. */
export function confersRequest(viewer: Viewer, isPublic: boolean, roles: readonly string[]): boolean {
  return isPublic && roles.some((role) => viewer.policy.globalRoles.get(role)?.has("group.request") ?? false);
}
