/** What the end of a membership would bring about, in numbers, before it is ended. */
import type { Change } from "@/lib/consequences/change";
import { planConsequences } from "@/lib/consequences/plan";
import { findSituation } from "@/lib/groups/facts";
import { mayIn } from "@/lib/groups/may";
import { type Counts, countConsequences } from "@/lib/groups/queries/count-consequences";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";

/** Of one's own membership, whether one leaves at once or is let go later; null for whoever is not in it. */
export async function previewLeaving(viewer: Viewer, slug: string): Promise<Counts | null> {
  const found = await findSituation(viewer.portal.store.reader, viewer, { slug });
  if (!viewer.account || !found?.situation.standing.member) return null;
  return countsOf(viewer, found.group.id, viewer.account.id);
}

/** Of somebody else's; null for whoever may not remove members there. */
export async function previewRemoving(viewer: Viewer, slug: string, accountId: string): Promise<Counts | null> {
  const found = await findSituation(viewer.portal.store.reader, viewer, { slug });
  if (!found || !mayIn(viewer, found.situation).removeMembers || !uuidOf(accountId)) return null;
  return countsOf(viewer, found.group.id, accountId);
}

async function countsOf(viewer: Viewer, groupId: string, accountId: string): Promise<Counts> {
  const change: Change = { kind: "member-ends", accountId, groupId };
  const plan = await viewer.portal.store.snapshot((read) => planConsequences(read, viewer, [change]));
  return countConsequences(viewer, groupId, plan);
}
