import type { Outcome } from "@/lib/gate/command";
import { LINES_AT_MOST, startLines } from "@/lib/jobs/start";
import type { Viewer } from "@/lib/session/viewer";
import { findEnded, listMissing } from "../queries/list-ended";
import type { AddAgainInput } from "../schema";

/**
 * Adds again whom a save removed, as a job: each is an addition like any other, by whoever asks and under their own
 * rights. Custom roles do not come back. Of more than a job carries, the first; the rest the next time.
 */
export async function addAgain(
  viewer: Viewer,
  { request }: AddAgainInput,
): Promise<Outcome<"started" | "nobody" | "not-found", { job: string }>> {
  if (!(await findEnded(viewer, request))) return { answer: "not-found", done: false, data: null };
  const missing = await listMissing(viewer, request, LINES_AT_MOST);
  if (missing.length === 0) return { answer: "nobody", done: false, data: null };
  const lines = missing.map(({ account, person, group, groupId }) => ({
    ...{ input: { group, account, roles: [] }, said: person, accountId: account, groupId },
  }));
  return {
    answer: "started",
    done: true,
    data: { job: await startLines(viewer, "member.add-again", { input: { request }, lines }) },
  };
}
