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
  return countsOf(viewer, found.group.id, [viewer.account.id]);
}

/** Of others', together; null for whoever may not remove members there. */
export async function previewRemoving(
  viewer: Viewer,
  slug: string,
  accountIds: readonly string[],
): Promise<Counts | null> {
  const found = await findSituation(viewer.portal.store.reader, viewer, { slug });
  const ids = accountIds.filter((id) => uuidOf(id) !== null);
  if (!found || !mayIn(viewer, found.situation).removeMembers || ids.length === 0) return null;
  return countsOf(viewer, found.group.id, ids);
}

// One statement about thousands of memberships.
const LONG = { statementTimeout: 30_000 };

async function countsOf(viewer: Viewer, groupId: string, accountIds: readonly string[]): Promise<Counts> {
  const changes = accountIds.map((accountId): Change => ({ kind: "member-ends", accountId, groupId }));
  const plan = await viewer.portal.store.snapshot((read) => planConsequences(read, viewer, changes), LONG);
  return countConsequences(viewer, groupId, plan);
}
