// Promise: nobody goes with a group of whom the page did not speak that was looked at before.
import { bounded } from "@/lib/gate";
import type { Outcome } from "@/lib/gate/command";
import type { DeleteAnswer } from "@/lib/policy/answers/groups";
import type { Viewer } from "@/lib/session/viewer";
import { goingText, previewDeleting } from "../queries/preview-deleting";
import type { DeleteForm } from "../schema";
import { exceeds } from "../seen";
import { deleting, endedBy } from "./delete-group";

/** Deletes, unless something else would go with it than was shown: `stale`. */
export async function deleteByForm(
  viewer: Viewer,
  { seen, ...input }: DeleteForm,
): Promise<Outcome<DeleteAnswer | "stale">> {
  const shown = await previewDeleting(viewer, input.group);
  // Whether it is there, and theirs to delete, is the command's to say.
  if (!shown) return bounded(deleting)(viewer, input, () => "stale");
  if (seen !== undefined && seen !== goingText(shown)) return { answer: "stale", done: false, data: null };
  const bound = { removed: shown.members, closed: shown.requests, dismissed: shown.leaders, ...shown.anywhere };
  return bounded(deleting)(viewer, input, (plan, facts) => (exceeds(endedBy(plan, facts), bound) ? "stale" : null));
}
