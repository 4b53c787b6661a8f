/** The box of one request in a list; it belongs to the form for several, which stands below the list. */
import type { ReviewLine } from "@/lib/requests/queries";
import { chosenOf } from "@/lib/requests/schema";

export const DECIDING = "deciding";

export function Box({ line: { kind, group, account }, whose }: { line: ReviewLine; whose: string }) {
  return (
    <input
      type="checkbox"
      form={DECIDING}
      name="chosen"
      value={chosenOf(kind, group.slug, account.id)}
      aria-label={`Choose ${whose}`}
      className="size-5 shrink-0 max-sm:mt-2"
    />
  );
}
