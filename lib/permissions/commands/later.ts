// Promise: what was said yes to is not carried out later on more people than were spoken of then.
import { bounded } from "@/lib/gate";
import type { Outcome } from "@/lib/gate/command";
import type { Within } from "@/lib/gate/within";
import type { Viewer } from "@/lib/session/viewer";
import type { ChangeGlobalGrantsLater, DeleteGlobalRoleLater, SeenInput } from "../schema";
import { isWithin, seenIn } from "../seen";
import { changingGlobalGrants } from "./change-global-grants";
import { deletingGlobalRole } from "./global-roles";

/** Other work was before it, and others went on meanwhile: what follows is held against what was seen. */
const within =
  (seen: SeenInput | undefined): Within =>
  (plan) =>
    !seen || isWithin(seenIn(plan), seen);

export async function changeGlobalGrantsLater(
  viewer: Viewer,
  { seen, ...input }: ChangeGlobalGrantsLater,
): Promise<Outcome<string>> {
  return (await bounded(changingGlobalGrants)(viewer, input, within(seen))) ?? moreThanSeen;
}

export async function deleteGlobalRoleLater(
  viewer: Viewer,
  { seen, ...input }: DeleteGlobalRoleLater,
): Promise<Outcome<string>> {
  return (await bounded(deletingGlobalRole)(viewer, input, within(seen))) ?? moreThanSeen;
}

const moreThanSeen: Outcome<string> = { answer: "more-than-seen", done: false, data: null };
