/** What the end of a membership would bring about elsewhere, in numbers, before it is ended. */
import { preview } from "@/lib/gate";
import type { Command } from "@/lib/gate/command";
import { findSituation } from "@/lib/groups/facts";
import { type Counts, countConsequences } from "@/lib/groups/queries/count-consequences";
import type { Viewer } from "@/lib/session/viewer";
import { leaving } from "../commands/leave-group";
import { removing } from "../commands/remove-member";

/** Of one's own membership; null where one could not leave at once. */
export function previewLeaving(viewer: Viewer, slug: string): Promise<Counts | null> {
  return countsOf(viewer, leaving, { group: slug, note: "" });
}

/** Of somebody else's; null where they could not be removed. */
export function previewRemoving(viewer: Viewer, slug: string, accountId: string): Promise<Counts | null> {
  return countsOf(viewer, removing, { group: slug, account: accountId, reason: "" });
}

async function countsOf<I extends { group: string }, F, A extends string>(
  viewer: Viewer,
  what: Command<I, F, A>,
  input: I,
): Promise<Counts | null> {
  const { plan } = await preview(what)(viewer, input);
  const found = plan && (await findSituation(viewer.portal.store.reader, viewer, { slug: input.group }));
  return plan && found ? countConsequences(viewer, found.group.id, plan) : null;
}
