/** What follows from a change, by itself: who loses what and why. Reads only; a preview and the write ask the same. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Viewer } from "@/lib/session/viewer";
import { type Change, causeOf, type Overlay, overlayOf } from "./change";
import { openedJoins } from "./opened";
import { type Recount, recount } from "./recount";

interface Pair {
  readonly accountId: string;
  readonly groupId: string;
}
interface Held {
  readonly accountId: string;
  readonly role: string;
}
interface Closed extends Pair {
  readonly requestId: string;
}

export interface Plan {
  /** what brought it about, as the log names it */
  readonly cause: string;
  /** memberships that end */
  readonly pruned: readonly Pair[];
  /** pending requests that are closed */
  readonly closed: readonly Closed[];
  /** pending joins that are carried out because the group became open */
  readonly carriedOut: readonly Closed[];
  /** conferred roles that end and begin, and deleted roles of whoever held them */
  readonly rolesEnded: readonly Held[];
  readonly rolesBegun: readonly Held[];
  /** groups whose only eligible roles are gone */
  readonly madeInternal: readonly string[];
  /** leaderships that end with their account or leader group */
  readonly leadershipsEnded: readonly {
    readonly leaderId: string;
    readonly groupId: string;
    readonly accountId: string | null;
  }[];
  /** links of an account that ended */
  readonly linksRevoked: readonly { readonly linkId: string; readonly groupId: string }[];
  /** leaders who stopped being eligible for what they lead; they go on leading */
  readonly leadersFlagged: readonly Pair[];
  readonly sessionsEnded: readonly string[];
  readonly touchedAccounts: readonly string[];
  readonly touchedGroups: readonly string[];
  readonly touchesPolicy: boolean;
}

export async function planConsequences(read: Reader, viewer: Viewer, changes: readonly Change[]): Promise<Plan> {
  const overlay = overlayOf(changes);
  const carriedOut = await openedJoins(read, viewer, overlay);
  const begun = [...overlay.begun, ...carriedOut.map((c) => ({ account: c.accountId, grp: c.groupId }))];
  const counted =
    asksAccounts(overlay) || begun.length > 0
      ? await recount(read, { ...overlay, begun }, requestRoles(viewer, overlay))
      : [];
  const ended = await endedAccounts(read, overlay);
  const pruned = [
    ...counted.flatMap((c) => c.pruned.map((groupId) => ({ accountId: c.account_id, groupId }))),
    ...ended.memberships,
  ];
  const madeInternal = await emptiedLists(read, overlay);
  const settled = [
    ...overlay.begun,
    ...overlay.ended,
    ...pruned.map((p) => ({ account: p.accountId, grp: p.groupId })),
  ];
  const closed = await closedRequests(read, overlay, counted, settled, madeInternal, carriedOut);
  const leadershipsEnded = [...ended.leaderships, ...(await leaderGroupsGone(read, overlay))];
  const rolesEnded = counted.flatMap((c) => endedRoles(c, overlay));
  const rolesBegun = counted.flatMap((c) => begunRoles(c, overlay));
  return {
    cause: causeOf(changes),
    pruned,
    closed,
    carriedOut,
    rolesEnded,
    rolesBegun,
    madeInternal,
    leadershipsEnded,
    linksRevoked: ended.links,
    leadersFlagged: await flaggedLeaders(read, overlay, counted),
    sessionsEnded: overlay.accountsEnded,
    touchedAccounts: unique([...pruned, ...rolesEnded, ...rolesBegun, ...carriedOut].map((p) => p.accountId)),
    touchedGroups: unique([...madeInternal, ...leadershipsEnded.map((l) => l.groupId)]),
    touchesPolicy: false,
  };
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

function asksAccounts(overlay: Overlay): boolean {
  const { taken, given, ended, ownersMade, ownersUnmade, rolesDeleted, groupsDeleted, configured } = overlay;
  const moved = [...overlay.requestGranted, ...overlay.requestRevoked];
  return [taken, given, ended, ownersMade, ownersUnmade, rolesDeleted, groupsDeleted, configured, moved].some(
    (l) => l.length > 0,
  );
}

function requestRoles(viewer: Viewer, overlay: Overlay) {
  const before = [...viewer.policy.globalRoles].filter(([, held]) => held.has("group.request")).map(([role]) => role);
  const gone = new Set([...overlay.requestRevoked, ...overlay.rolesDeleted]);
  return { before, after: unique([...before.filter((role) => !gone.has(role)), ...overlay.requestGranted]) };
}

/** A direct role that the command itself takes is the command's own line in the log, not a consequence. */
function endedRoles(c: Recount, overlay: Overlay): Held[] {
  return c.held_before
    .filter((role) => !c.held_after.includes(role))
    .filter((role) => !overlay.taken.some((t) => t.account === c.account_id && t.role === role))
    .map((role) => ({ accountId: c.account_id, role }));
}

function begunRoles(c: Recount, overlay: Overlay): Held[] {
  return c.held_after
    .filter((role) => !c.held_before.includes(role))
    .filter((role) => !overlay.given.some((g) => g.account === c.account_id && g.role === role))
    .map((role) => ({ accountId: c.account_id, role }));
}

async function closedRequests(
  read: Reader,
  overlay: Overlay,
  counted: readonly Recount[],
  settled: readonly { account: string; grp: string }[],
  madeInternal: readonly string[],
  carriedOut: readonly Closed[],
): Promise<Closed[]> {
  const losers = counted.map((c) => ({
    account: c.account_id,
    held_before: c.held_before,
    held_after: c.held_after,
    asks_before: c.asks_before,
    asks_after: c.asks_after,
    owner_after: c.owner_after,
  }));
  const nowInternal = [
    ...madeInternal,
    ...overlay.configured.filter((c) => c.after.internal && !c.before.internal).map((c) => c.grp),
  ];
  return read.rows<Closed>(sql`
    with losers as (select * from jsonb_to_recordset(${JSON.stringify(losers)}::jsonb)
        as x(account uuid, held_before jsonb, held_after jsonb, asks_before boolean, asks_after boolean, owner_after boolean)),
    settled as (select * from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as x(account uuid, grp uuid)),
    configured as (select * from jsonb_to_recordset(${JSON.stringify(overlay.configured)}::jsonb) as x(grp uuid, before jsonb, after jsonb))
    select r.id as "requestId", r.account_id as "accountId", r.group_id as "groupId"
    from request r join groups g on g.id = r.group_id
      left join losers l on l.account = r.account_id
      left join configured c on c.grp = r.group_id
      cross join lateral (select
        array(select e.role from group_eligible_role e where e.group_id = g.id) as stored_eligible,
        coalesce((c.after ->> 'public')::boolean, g.public) as public_after,
        coalesce((c.before ->> 'public')::boolean, g.public) as public_before) f
      cross join lateral (select coalesce(texts(c.before -> 'eligibleRoles'), f.stored_eligible) as eligible_before,
        array(select x from unnest(coalesce(texts(c.after -> 'eligibleRoles'), f.stored_eligible)) x
          where x <> all(${sql.param(overlay.rolesDeleted)}::text[])) as eligible_after) e
    where r.status = 'pending'
      and r.id <> all(${sql.param([...overlay.decided, ...carriedOut.map((c) => c.requestId)])}::uuid[])
      and (r.account_id in (select account from losers) or r.account_id = any(${sql.param(overlay.accountsEnded)}::uuid[])
        or r.group_id = any(${sql.param(nowInternal)}::uuid[]) or (r.account_id, r.group_id) in (select account, grp from settled))
      and (r.account_id = any(${sql.param(overlay.accountsEnded)}::uuid[])
        or r.group_id = any(${sql.param(nowInternal)}::uuid[])
        or exists (select 1 from settled s where s.account = r.account_id and s.grp = r.group_id)
        or (r.kind = 'join' and not l.owner_after and (
          (not f.public_after and not l.asks_after and (l.asks_before or f.public_before))
          or (cardinality(e.eligible_after) > 0 and not texts(l.held_after) && e.eligible_after
            and (cardinality(e.eligible_before) = 0 or texts(l.held_before) && e.eligible_before)))))
    order by r.created_at, r.id`);
}

interface Ended {
  memberships: Pair[];
  leaderships: Plan["leadershipsEnded"][number][];
  links: Plan["linksRevoked"][number][];
}

async function endedAccounts(read: Reader, { accountsEnded }: Overlay): Promise<Ended> {
  if (accountsEnded.length === 0) return { memberships: [], leaderships: [], links: [] };
  const ids = sql`${sql.param([...accountsEnded])}::uuid[]`;
  return {
    memberships: await read.rows(sql`select account_id as "accountId", group_id as "groupId" from membership
      where account_id = any(${ids}) order by account_id, group_id`),
    leaderships:
      await read.rows(sql`select id as "leaderId", group_id as "groupId", account_id as "accountId" from leader
      where account_id = any(${ids}) order by id`),
    links: await read.rows(sql`select id as "linkId", group_id as "groupId" from join_link
      where maker_id = any(${ids}) and revoked_at is null order by id`),
  };
}

async function leaderGroupsGone(read: Reader, { groupsDeleted }: Overlay): Promise<Ended["leaderships"]> {
  if (groupsDeleted.length === 0) return [];
  return read.rows(sql`select id as "leaderId", group_id as "groupId", account_id as "accountId" from leader
    where leader_group_id = any(${sql.param([...groupsDeleted])}::uuid[]) order by id`);
}

/** Groups that would be open to all because the last role they asked for is deleted. */
async function emptiedLists(read: Reader, { rolesDeleted }: Overlay): Promise<string[]> {
  if (rolesDeleted.length === 0) return [];
  const rows = await read.rows<{ id: string }>(sql`
    select group_id as id from group_eligible_role group by group_id
    having bool_and(role = any(${sql.param([...rolesDeleted])}::text[])) order by 1`);
  return rows.map((row) => row.id);
}

async function flaggedLeaders(read: Reader, overlay: Overlay, counted: readonly Recount[]): Promise<Pair[]> {
  if (counted.length === 0) return [];
  const people = counted
    .filter((c) => !c.owner_after)
    .map((c) => ({ account: c.account_id, held_before: c.held_before, held_after: c.held_after }));
  return read.rows<Pair>(sql`
    with people as (select * from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as x(account uuid, held_before jsonb, held_after jsonb)),
    configured as (select * from jsonb_to_recordset(${JSON.stringify(overlay.configured)}::jsonb) as x(grp uuid, before jsonb, after jsonb))
    select l.account_id as "accountId", l.group_id as "groupId"
    from leader l join people p on p.account = l.account_id left join configured c on c.grp = l.group_id
      cross join lateral (select array(select e.role from group_eligible_role e where e.group_id = l.group_id) as stored) s
      cross join lateral (select coalesce(texts(c.before -> 'eligibleRoles'), s.stored) as before,
        array(select x from unnest(coalesce(texts(c.after -> 'eligibleRoles'), s.stored)) x
          where x <> all(${sql.param(overlay.rolesDeleted)}::text[])) as after) e
    where l.flagged_at is null and cardinality(e.after) > 0 and not texts(p.held_after) && e.after
      and (cardinality(e.before) = 0 or texts(p.held_before) && e.before)
    order by 1, 2`);
}
