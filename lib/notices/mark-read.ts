/** What one has read of one's own notices. Nobody decided anything: it is outside the gate and the log, like a session. */
import { sql } from "drizzle-orm";
import type { Outcome } from "@/lib/gate/command";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import type { MarkChangeReadInput, MarkReadInput } from "./schema";

/** Marks one's notices as read up to the newest that was shown; one that came meanwhile stays new. */
export async function markNoticesRead(viewer: Viewer, { upTo }: MarkReadInput): Promise<Outcome<"sign-in" | "read">> {
  refuseWhileViewing(viewer);
  if (!viewer.account?.active) return { answer: "sign-in", done: false, data: null };
  await viewer.portal.store.writer.rows(sql`
    update notice n set read_at = portal_now() from notice newest
    where newest.id = ${upTo}::uuid and newest.account_id = ${viewer.account.id}::uuid
      and n.account_id = newest.account_id and n.read_at is null
      and (n.created_at, n.id) <= (newest.created_at, newest.id)`);
  return { answer: "read", done: true, data: null };
}

/** Marks everything that one was told of one change, by any line of it. */
export async function markChangeRead(
  viewer: Viewer,
  { notice }: MarkChangeReadInput,
): Promise<Outcome<"sign-in" | "read">> {
  refuseWhileViewing(viewer);
  if (!viewer.account?.active) return { answer: "sign-in", done: false, data: null };
  await viewer.portal.store.writer.rows(sql`
    update notice n set read_at = portal_now() from notice known
    where known.id = ${notice}::uuid and known.account_id = ${viewer.account.id}::uuid
      and n.account_id = known.account_id and n.request_id = known.request_id and n.read_at is null`);
  return { answer: "read", done: true, data: null };
}
