// Promise: what was said yes to is not carried out later on more people than were spoken of then.
import type { Plan } from "@/lib/consequences/plan";
import { bounded } from "@/lib/gate";
import type { Outcome } from "@/lib/gate/command";
import type { Viewer } from "@/lib/session/viewer";
import type { ChangeGlobalGrantsLater, DeleteGlobalRoleLater, SeenInput } from "../schema";
import { isWithin, seenIn } from "../seen";
import { type ChangeGlobalAnswer, changingGlobalGrants } from "./change-global-grants";
import { type deleteGlobalRole, deletingGlobalRole } from "./global-roles";

type DeleteAnswer = Awaited<ReturnType<typeof deleteGlobalRole>>["answer"];

/** Other work was before it, and others went on meanwhile: what follows is held against what was seen. */
const boundBy = (seen: SeenInput | undefined) => (plan: Plan) =>
  seen && !isWithin(seenIn(plan), seen) ? "more-than-seen" : null;

/** The same by what was planned a moment before; where that was refused, whatever would follow was not seen. */
export const asPlanned = (planned: Plan | null) =>
  planned ? boundBy(seenIn(planned)) : () => "more-than-seen" as const;

export async function changeGlobalGrantsLater(
  viewer: Viewer,
  { seen, ...input }: ChangeGlobalGrantsLater,
): Promise<Outcome<ChangeGlobalAnswer | "more-than-seen">> {
  return bounded(changingGlobalGrants)(viewer, input, boundBy(seen));
}

export async function deleteGlobalRoleLater(
  viewer: Viewer,
  { seen, ...input }: DeleteGlobalRoleLater,
): Promise<Outcome<DeleteAnswer | "more-than-seen">> {
  return bounded(deletingGlobalRole)(viewer, input, boundBy(seen));
}
