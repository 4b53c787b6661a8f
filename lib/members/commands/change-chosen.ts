/** What is done to several members at once: a job, whose every line is the command for one of them. */
import { sql } from "drizzle-orm";
import type { Outcome } from "@/lib/gate/command";
import { findSituation } from "@/lib/groups/facts";
import { mayIn } from "@/lib/groups/may";
import { startLines } from "@/lib/jobs/start";
import { sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { type ChosenVerb, isMeant, listAllFitting } from "../queries/list-all-fitting";
import { endOf, type RemoveChosen, type SetChosenRoles, type SetChosenUntil } from "../schema";

type ChosenAnswer = "not-found" | "not-permitted" | "nobody" | "too-many" | "stale" | "started";
type Started = Outcome<ChosenAnswer, { job: string }>;
type Whom = Omit<RemoveChosen, "reason">;

export const changeChosen = {
  remove: (viewer: Viewer, { reason, ...whom }: RemoveChosen) => start(viewer, "remove", whom, { reason }),
  setRoles: (viewer: Viewer, { roles, ...whom }: SetChosenRoles) => start(viewer, "setRoles", whom, { roles }),
  setUntil: (viewer: Viewer, { until, ...whom }: SetChosenUntil) =>
    start(viewer, "setUntil", whom, { until: endOf(until) }),
};

const KINDS = { remove: "member.remove", setRoles: "member.set-roles", setUntil: "member.set-until" } as const;
const RIGHTS = { remove: "removeMembers", setRoles: "assignRoles", setUntil: "setUntil" } as const;

/** Asks the right once, so that nobody starts what every line would refuse; the lines ask it again. */
async function start(viewer: Viewer, verb: ChosenVerb, whom: Whom, how: object): Promise<Started> {
  refuseWhileViewing(viewer);
  const { group } = whom;
  const found = await findSituation(viewer.portal.store.reader, viewer, { slug: group });
  if (!viewer.account?.active || !found || !sees(viewer, found.situation)) return refused("not-found");
  if (!mayIn(viewer, found.situation)[RIGHTS[verb]]) return refused("not-permitted");
  const groupId = found.group.id;
  const people = whom.all ? await everybody(viewer, verb, whom) : await ticked(viewer, groupId, whom.account);
  if (typeof people === "string") return refused(people);
  const lines = people.map(({ account, named }) => ({
    ...{ input: { group, account, ...how }, groupId },
    ...(named ? { accountId: account } : {}),
  }));
  const job = await startLines(viewer, KINDS[verb], { input: { group }, lines });
  return { answer: "started", done: true, data: { job } };
}

interface Person {
  readonly account: string;
  readonly named: boolean;
}

/** `stale`: not as many are meant now as the page spoke of. */
async function everybody(viewer: Viewer, verb: ChosenVerb, { group, count, ...fit }: Whom) {
  const list = await listAllFitting(viewer, group, fit);
  if (!list) return "not-permitted";
  if (list.next) return "too-many";
  const meant = list.lines.filter(isMeant[verb]);
  if (meant.length === 0) return "nobody";
  if (meant.length !== count) return "stale";
  return meant.map(({ account }): Person => ({ account: account.id, named: true }));
}

/** The report names members alone: an id that somebody else sent along betrays no name. */
async function ticked(viewer: Viewer, groupId: string, accounts: readonly string[]): Promise<Person[]> {
  const rows = await viewer.portal.store.reader.rows<{ id: string }>(sql`
    select account_id as id from membership
    where group_id = ${groupId}::uuid and account_id = any(${sql.param([...accounts])}::uuid[])`);
  const members = new Set(rows.map(({ id }) => id));
  return [...new Set(accounts)].map((account) => ({ account, named: members.has(account) }));
}

const refused = (answer: ChosenAnswer): Started => ({ answer, done: false, data: null });
