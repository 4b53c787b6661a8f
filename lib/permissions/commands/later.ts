// Promise: what was said yes to is not carried out later on more people than were spoken of then.
import type { Outcome } from "@/lib/gate/command";
import type { Viewer } from "@/lib/session/viewer";
import type { ChangeGlobalGrantsLater, DeleteGlobalRoleLater, SeenInput } from "../schema";
import { isWithin, seenIn } from "../seen";
import { changeGlobalGrants, previewGlobalGrants } from "./change-global-grants";
import { deleteGlobalRole, previewDeleteGlobalRole } from "./global-roles";

type Foreseen = Awaited<ReturnType<typeof previewGlobalGrants | typeof previewDeleteGlobalRole>>;

/** Other work was before it, and others went on meanwhile: what would follow is asked again when its turn has come. */
function isMoreThan(seen: SeenInput, { plan }: Foreseen): boolean {
  return plan !== null && !isWithin(seenIn(plan), seen);
}

export async function changeGlobalGrantsLater(
  viewer: Viewer,
  { seen, ...input }: ChangeGlobalGrantsLater,
): Promise<Outcome<string>> {
  if (seen && isMoreThan(seen, await previewGlobalGrants(viewer, input))) return moreThanSeen;
  return changeGlobalGrants(viewer, input);
}

export async function deleteGlobalRoleLater(
  viewer: Viewer,
  { seen, ...input }: DeleteGlobalRoleLater,
): Promise<Outcome<string>> {
  if (seen && isMoreThan(seen, await previewDeleteGlobalRole(viewer, input))) return moreThanSeen;
  return deleteGlobalRole(viewer, input);
}

const moreThanSeen: Outcome<string> = { answer: "more-than-seen", done: false, data: null };
