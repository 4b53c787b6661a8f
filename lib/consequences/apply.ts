/** Carries a plan out in the transaction of its cause: every row with its log line and its notice. */
import { type SQL, sql } from "drizzle-orm";
import type { Writer } from "@/db/client";
import type { AuditEvent, Telling } from "@/lib/gate/command";
import { heldThere } from "@/lib/gate/held-there";
import { type Alike, auditAlike, auditInsert, noticeAlike, noticeInsert } from "@/lib/gate/statement";
import type { Viewer } from "@/lib/session/viewer";
import { causeIn } from "./change";
import type { Plan } from "./plan";
import type { Pair } from "./rows";
import { records, uuids } from "./values";

/** Whether every row that the plan ends was still there: under the locks of an ordinary write it always is. */
export async function applyPlan(tx: Writer, viewer: Viewer, plan: Plan): Promise<boolean> {
  await carryOutJoins(tx, plan);
  await viewer.onPhase?.({ name: "removing", total: plan.pruned.length });
  const ended = await endMemberships(tx, plan);
  const closed = await closeRequests(tx, plan);
  await endAuthority(tx, plan);
  await makeInternal(tx, plan);
  await log(tx, viewer, plan, ended.held);
  await tell(tx, viewer, plan);
  return ended.count === plan.pruned.length && closed === plan.closed.length;
}

async function carryOutJoins(tx: Writer, { carriedOut }: Plan): Promise<void> {
  if (carriedOut.length === 0) return;
  await tx.rows(sql`
    with opened as (select * from ${records(carriedOut)} as x("requestId" uuid, "accountId" uuid, "groupId" uuid)),
    approved as (update request r set status = 'approved', decided_at = portal_now()
      from opened o where r.id = o."requestId" and r.status = 'pending' returning r.account_id, r.group_id, r.link_id)
    insert into membership (group_id, account_id, how, link_id)
      select group_id, account_id, 'request', link_id from approved on conflict do nothing`);
}

interface Ended {
  readonly count: number;
  /** what those held there who held something besides being in: by account and group, as text */
  readonly held: ReadonlyMap<string, string>;
}

/** Their roles go with them at the end of this very statement, which therefore still reads them. */
async function endMemberships(tx: Writer, { pruned }: Plan): Promise<Ended> {
  if (pruned.length === 0) return { count: 0, held: new Map() };
  const [row] = await tx.rows<{ count: number; held: [account: string, group: string, before: string][] }>(sql`
    with gone as (delete from membership m
        using unnest(${uuids(pruned.map((p) => p.accountId))}, ${uuids(pruned.map((p) => p.groupId))}) as x(account_id, group_id)
      where m.account_id = x.account_id and m.group_id = x.group_id
      returning m.account_id, m.group_id, (${heldThere})::text as held)
    select count(*)::int as count, coalesce(json_agg(json_build_array(account_id, group_id, held))
      filter (where held is not null), '[]') as held from gone`);
  return { count: row?.count ?? 0, held: new Map(row?.held.map(([a, g, before]) => [`${a} ${g}`, before])) };
}

async function closeRequests(tx: Writer, { closed }: Plan): Promise<number> {
  if (closed.length === 0) return 0;
  return countOf(
    tx,
    sql`update request set status = 'closed', decided_at = portal_now()
      where id = any(${uuids(closed.map((c) => c.requestId))}) and status = 'pending' returning 1`,
  );
}

async function countOf(tx: Writer, change: SQL): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(
    sql`with changed as (${change}) select count(*)::int as count from changed`,
  );
  return row?.count ?? 0;
}

/** What an account that ended held besides memberships: leaderships, links, sessions. */
async function endAuthority(tx: Writer, plan: Plan): Promise<void> {
  const { leadershipsEnded, linksRevoked, sessionsEnded, leadersFlagged, leadersCleared } = plan;
  if (leadershipsEnded.length > 0) {
    await tx.rows(sql`delete from leader where id = any(${uuids(leadershipsEnded.map((l) => l.leaderId))})`);
  }
  if (linksRevoked.length > 0) {
    await tx.rows(
      sql`update join_link set revoked_at = portal_now() where id = any(${uuids(linksRevoked.map((l) => l.linkId))})`,
    );
  }
  if (sessionsEnded.length > 0) await tx.rows(sql`delete from session where account_id = any(${uuids(sessionsEnded)})`);
  await flag(tx, leadersFlagged, sql`portal_now()`);
  await flag(tx, leadersCleared, sql`null`);
}

async function flag(tx: Writer, leaders: Plan["leadersFlagged"], at: SQL): Promise<void> {
  if (leaders.length === 0) return;
  await tx.rows(sql`update leader l set flagged_at = ${at} from ${records(leaders)} as x("accountId" uuid, "groupId" uuid)
    where l.account_id = x."accountId" and l.group_id = x."groupId"`);
}

/** Internal until somebody says anew whom the group is for. */
async function makeInternal(tx: Writer, { listsEmptied }: Plan): Promise<void> {
  if (listsEmptied.length === 0) return;
  await tx.rows(sql`update groups set internal = true, internal_forced = true, changed_at = portal_now()
    where id = any(${uuids(listsEmptied)})`);
}

/** What one statement is given at most: a text of a few megabytes. */
const AT_ONCE = 20_000;

async function log(tx: Writer, viewer: Viewer, plan: Plan, held: Ended["held"]): Promise<void> {
  const [events, total] = [eventsOf(plan).map(logged(plan)), plan.pruned.length];
  for (let from = 0; from < events.length; from += AT_ONCE) {
    await tx.rows(auditInsert(viewer, events.slice(from, from + AT_ONCE), sql`(select 1) one`));
  }
  for (const { done, alike } of prunedAlike(plan, held)) {
    await viewer.onPhase?.({ name: "logging", done, total });
    await tx.rows(auditAlike(viewer, alike));
  }
}

async function tell(tx: Writer, viewer: Viewer, plan: Plan): Promise<void> {
  const [tellings, total] = [tellingsOf(plan).map(told(plan)), plan.pruned.length];
  for (let from = 0; from < tellings.length; from += AT_ONCE) {
    await tx.rows(noticeInsert(viewer, tellings.slice(from, from + AT_ONCE), sql`(select 1) one`));
  }
  for (const { done, alike } of prunedAlike(plan)) {
    await viewer.onPhase?.({ name: "telling", done, total });
    await tx.rows(noticeAlike(viewer, alike));
  }
}

/** With the reason in the log of the group that it was given for; elsewhere the cause alone is named. */
const logged =
  (plan: Plan) =>
  (event: AuditEvent): AuditEvent => {
    const { reason } = plan;
    const line = { ...event, cause: causeIn(plan, event.groupId, event.accountId) };
    return reason && event.groupId === reason.groupId ? { ...line, reason: reason.text } : line;
  };

/** With the reason to those whom it touches, not to whoever looks after a group in which something follows. */
const told =
  (plan: Plan) =>
  (telling: Telling): Telling => {
    const { reason } = plan;
    const person = personOf(telling);
    const line = { ...telling, cause: causeIn(plan, telling.groupId, person) };
    return reason && person !== null ? { ...line, reason: reason.text } : line;
  };

const personOf = ({ to }: Telling) => (typeof to === "string" && to !== "owners" ? to : null);

/** Whoever falls out hears of it, and so does whoever brought it upon themself: first where it happened, then elsewhere. */
function* prunedAlike(plan: Plan, held?: Ended["held"]): Generator<{ done: number; alike: Alike }> {
  const causes = plan.pruned.map(({ accountId, groupId }) => causeIn(plan, groupId, accountId));
  let done = 0;
  for (const cause of new Set([plan.cause, ...causes])) {
    const pairs = plan.pruned.filter((_, n) => causes[n] === cause);
    for (let from = 0; from < pairs.length; from += AT_ONCE) {
      const some = pairs.slice(from, from + AT_ONCE);
      yield { done, alike: alikeOf(some, { cause, reason: plan.reason }, held) };
      done += some.length;
    }
  }
}

function alikeOf(some: readonly Pair[], why: Pick<Alike, "cause" | "reason">, held?: Ended["held"]): Alike {
  return {
    ...{ event: "member.pruned", ...why },
    accounts: some.map(({ accountId }) => accountId),
    groups: some.map(({ groupId }) => groupId),
    before: held?.size ? some.map(({ accountId, groupId }) => held.get(`${accountId} ${groupId}`) ?? null) : [],
  };
}

function eventsOf(plan: Plan): AuditEvent[] {
  const { cause } = plan;
  return [
    ...plan.carriedOut.flatMap(({ accountId, groupId, kind }) => [
      { event: "request.approved", accountId, groupId, after: { kind }, cause },
      { event: "member.joined", accountId, groupId, cause },
    ]),
    ...plan.rolesEnded.map(({ accountId, role }) => ({ event: "account.role-taken", accountId, role, cause })),
    ...plan.closed.map(({ accountId, groupId, kind }) => ({
      ...{ event: "request.closed", accountId, groupId, after: { kind }, cause },
    })),
    ...plan.rolesBegun.map((r) => ({ event: "account.role-given", ...r, cause })),
    ...plan.leadershipsEnded.map(({ accountId, groupId, leaderGroup }) => ({
      ...{ event: "leader.dismissed", accountId, groupId, cause, subjectId: leaderGroup?.id },
      before: leaderGroup && { leaderGroup: leaderGroup.name },
    })),
    ...plan.linksRevoked.map(({ linkId, groupId }) => ({ event: "link.revoked", groupId, subjectId: linkId, cause })),
    ...plan.leadersFlagged.map((l) => ({ event: "leader.not-eligible", ...l, cause })),
    ...plan.madeInternal.map((groupId) => ({ event: "group.made-internal", groupId, cause })),
    ...plan.withoutAdministrator.map((groupId) => ({ event: "group.without-administrator", groupId, cause })),
  ];
}

function tellingsOf(plan: Plan): Telling[] {
  const { cause } = plan;
  return [
    ...plan.carriedOut.map(({ accountId, groupId }) => ({ event: "request.approved", to: accountId, groupId, cause })),
    ...plan.rolesEnded.map(({ accountId, role, direct }) => ({
      ...{ event: "account.role-taken", to: accountId, role, cause, evenActor: !direct },
    })),
    ...plan.closed.map(({ accountId, groupId, settled }) => ({
      ...{ event: "request.closed", to: accountId, groupId, cause, evenActor: !settled },
    })),
    ...plan.rolesBegun.map(({ accountId, role }) => ({ event: "account.role-given", to: accountId, role, cause })),
    ...plan.leadershipsEnded.flatMap(({ accountId, groupId }) =>
      accountId ? [{ event: "leader.dismissed", to: accountId, groupId, cause }] : [],
    ),
    ...plan.linksRevoked.map(({ accountId, groupId }) => ({ event: "link.revoked", to: accountId, groupId, cause })),
    ...plan.leadersFlagged.map(({ accountId, groupId }) => ({
      event: "leader.not-eligible",
      to: accountId,
      groupId,
      cause,
    })),
    ...plan.madeInternal.map((groupId) => ({
      event: "group.made-internal",
      to: { administratorsOf: groupId },
      groupId,
      cause,
    })),
    ...plan.withoutAdministrator.map((groupId) => ({
      event: "group.without-administrator",
      to: "owners" as const,
      groupId,
      cause,
    })),
  ];
}
