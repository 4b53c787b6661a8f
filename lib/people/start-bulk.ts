/** Puts one thing that is to be done to several accounts aside for the worker, a line each. */
import type { Outcome } from "@/lib/gate/command";
import { LINES_AT_MOST, startLines } from "@/lib/jobs/start";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { administratorsLast } from "./queries/administrators-last";
import { listChosen } from "./queries/list-chosen";
import { BULK_KINDS, type BulkInput, type BulkVerb, bulkVerb } from "./schema-accounts";

export type BulkAnswer = "not-permitted" | "nobody" | "too-many" | "stale" | "started";

const refused = (answer: BulkAnswer) => ({ answer, done: false, data: null });

/** `stale`: not as many are meant now as the page spoke of. Rights are asked of each line when its turn comes. */
export async function startBulk(
  viewer: Viewer,
  { do: what, count, reason, ...choice }: BulkInput,
): Promise<Outcome<BulkAnswer, { job: string }>> {
  refuseWhileViewing(viewer);
  const chosen = await listChosen(viewer, choice);
  const wish = bulkVerb(what);
  if (!chosen || !wish) return refused("not-permitted");
  if (chosen.length === 0) return refused("nobody");
  if (chosen.length > LINES_AT_MOST) return refused("too-many");
  if (chosen.length !== count) return refused("stale");
  const role = wish.role === null ? {} : { role: wish.role };
  const ordered = takes(wish) ? await administratorsLast(viewer, chosen) : chosen;
  const lines = ordered.map(({ id, name }) => ({
    input: { account: id, reason, ...role },
    ...{ said: name, accountId: id },
  }));
  const job = await startLines(viewer, BULK_KINDS[wish.verb], { input: role, lines });
  return { answer: "started", done: true, data: { job } };
}

/** Memberships may end by it. */
const takes = ({ verb }: BulkVerb): boolean => verb === "deactivate" || verb === "take";
