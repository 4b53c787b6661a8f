/** What is done to several members at once: a job, whose every line is the command for one of them. */
import { sql } from "drizzle-orm";
import type { Outcome } from "@/lib/gate/command";
import { findSituation } from "@/lib/groups/facts";
import { type May, mayIn } from "@/lib/groups/may";
import { startLines } from "@/lib/jobs/start";
import { sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { endOf, type RemoveChosen, type SetChosenRoles, type SetChosenUntil } from "../schema";

type ChosenAnswer = "not-found" | "not-permitted" | "started";
type Started = Outcome<ChosenAnswer, { job: string }>;

export const changeChosen = {
  remove: (viewer: Viewer, { group, account, reason }: RemoveChosen) =>
    start(viewer, "member.remove", "removeMembers", group, account, { reason }),
  setRoles: (viewer: Viewer, { group, account, roles }: SetChosenRoles) =>
    start(viewer, "member.set-roles", "assignRoles", group, account, { roles }),
  setUntil: (viewer: Viewer, { group, account, until }: SetChosenUntil) =>
    start(viewer, "member.set-until", "setUntil", group, account, { until: endOf(until) }),
};

/** Asks the right once, so that nobody starts what every line would refuse; the lines ask it again. */
async function start(
  viewer: Viewer,
  kind: string,
  right: keyof May,
  slug: string,
  accounts: readonly string[],
  how: object,
): Promise<Started> {
  refuseWhileViewing(viewer);
  const found = await findSituation(viewer.portal.store.reader, viewer, { slug });
  if (!viewer.account?.active || !found || !sees(viewer, found.situation)) return refused("not-found");
  if (!mayIn(viewer, found.situation)[right]) return refused("not-permitted");
  const groupId = found.group.id;
  const members = await listWhoIsIn(viewer, groupId, accounts);
  const lines = [...new Set(accounts)].map((account) => ({
    ...{ input: { group: slug, account, ...how }, groupId },
    // The report names members alone: an id that somebody else sent along betrays no name.
    ...(members.has(account) ? { accountId: account } : {}),
  }));
  const job = await startLines(viewer, kind, { input: { group: slug }, lines });
  return { answer: "started", done: true, data: { job } };
}

async function listWhoIsIn(viewer: Viewer, groupId: string, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await viewer.portal.store.reader.rows<{ id: string }>(sql`
    select account_id as id from membership
    where group_id = ${groupId}::uuid and account_id = any(${sql.param([...accounts])}::uuid[])`);
  return new Set(rows.map(({ id }) => id));
}

const refused = (answer: ChosenAnswer): Started => ({ answer, done: false, data: null });
