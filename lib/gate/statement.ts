/** Puts a writing, its log lines, its notices and its errands into one statement, all behind one guard. */
import { type SQL, sql } from "drizzle-orm";
import type { Reason } from "@/lib/consequences/change";
import type { Viewer } from "@/lib/session/viewer";
import type { AuditEvent, Errand, Telling, Versions, Writing } from "./command";
import { administers, deciders } from "./deciders";

/** The guard of a shared write: every row that was believed, locked and asked for its version again. */
export function believedRows(viewer: Viewer, versions: Versions): SQL {
  const accounts = { ...versions.accounts };
  if (viewer.account) accounts[viewer.account.id] = viewer.accountVersion;
  const accountIds = Object.keys(accounts);
  const groupIds = Object.keys(versions.groups ?? {});
  const from: SQL[] = [sql`policy p`];
  const locked: SQL[] = [sql`p`];
  const where: SQL[] = [sql`p.version = ${viewer.policy.version}`];
  for (const [n, id] of accountIds.entries()) {
    const alias = sql.raw(`a${n}`);
    from.push(sql`account ${alias}`);
    locked.push(alias);
    where.push(sql`${alias}.id = ${id}::uuid and ${alias}.version = ${accounts[id]}`);
  }
  for (const [n, id] of groupIds.entries()) {
    const alias = sql.raw(`g${n}`);
    from.push(sql`groups ${alias}`);
    locked.push(alias);
    where.push(sql`${alias}.id = ${id}::uuid and ${alias}.version = ${versions.groups?.[id]}`);
  }
  const comma = sql`, `;
  return sql`select 1 as held from ${sql.join(from, comma)} where ${sql.join(where, sql` and `)} for share of ${sql.join(locked, comma)}`;
}

/** In an exclusive write the rows are locked already. */
export const alreadyLocked: SQL = sql`select 1 as held`;

/** One row `{ held, data }`: `held` 0 means that the facts moved and nothing was written. `answer` is the command's word. */
export function writeStatement(viewer: Viewer, guard: SQL, writing: Writing, answer: string): SQL {
  const parts: SQL[] = [sql`guard as materialized (${guard})`];
  for (const { name, statement } of writing.parts) parts.push(sql`${sql.identifier(name)} as (${statement})`);
  parts.push(sql`logged as (${auditInsert(viewer, writing.events, sql`guard`)})`);
  if (writing.tellings?.length)
    parts.push(
      sql`told as (${noticeRows(viewer, writing.tellings, sql`guard`)})`,
      sql`mailed as (${mailOfTold(viewer)})`,
    );
  if (writing.errands?.length) parts.push(sql`errands as (${errandInsert(writing.errands)})`);
  const conditions = writing.held ? [sql`(${writing.held})`] : [];
  if (viewer.alongside) {
    parts.push(sql`alongside as (${viewer.alongside(answer, sql`guard`)})`);
    conditions.push(sql`exists (select 1 from alongside)`);
  }
  const held = conditions.length > 0 ? sql`refuse_unless(${sql.join(conditions, sql` and `)})` : sql`true`;
  return sql`with ${sql.join(parts, sql`, `)}
    select (select count(*)::int from guard) as held, ${writing.data ?? sql`null::jsonb`} as data,
      case when exists (select 1 from guard) then ${held} end as kept`;
}

/** Log lines from plain objects; `source` is a relation that has one row if the write goes through. */
export function auditInsert(viewer: Viewer, events: readonly AuditEvent[], source: SQL): SQL {
  const lines = events.map((e, n) => ({
    n,
    event: e.event,
    account_id: e.accountId,
    account_name: e.accountName,
    group_id: e.groupId,
    group_name: e.groupName,
    type: e.type,
    role: e.role,
    permission: e.permission,
    subject_id: e.subjectId,
    before: e.before,
    after: e.after,
    cause: e.cause,
    reason: e.reason || undefined,
  }));
  return sql`insert into audit (event, actor_id, actor_name, account_id, account_name, group_id, group_name, type, role,
      permission, subject_id, before, after, cause, reason, request_id)
    select e.event, ${viewer.account?.id ?? null}::uuid, ${viewer.name}::text,
      e.account_id, coalesce(e.account_name, a.name), e.group_id, coalesce(e.group_name, g.name),
      e.type, e.role, e.permission, e.subject_id, e.before, e.after, e.cause, e.reason, ${viewer.requestId}::uuid
    from ${source} cross join jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as e(n int, event text,
      account_id uuid, account_name text, group_id uuid, group_name text, type text, role text, permission text,
      subject_id uuid, before jsonb, after jsonb, cause text, reason text)
      left join account a on a.id = e.account_id left join groups g on g.id = e.group_id
    order by e.n`;
}

/** Notices from plain objects, and the mail that will say them: one statement, whole or not at all. */
export function noticeInsert(viewer: Viewer, tellings: readonly Telling[], source: SQL): SQL {
  return sql`with told as (${noticeRows(viewer, tellings, source)}) ${mailOfTold(viewer)}`;
}

/** What happened alike to many: one event and one cause, each of whom in which group. */
export interface Alike {
  readonly event: string;
  readonly cause: string;
  readonly reason?: Reason;
  readonly accounts: readonly string[];
  /** of the same length */
  readonly groups: readonly string[];
  /** of the same length: what was there before, as text, for the log; null where there is nothing to say of it */
  readonly before?: readonly (string | null)[];
}

const inTheirGroups = ({ accounts, groups, before = [] }: Alike): SQL =>
  sql`unnest(${sql.param([...accounts])}::uuid[], ${sql.param([...groups])}::uuid[], ${sql.param([...before])}::text[])
    with ordinality as x(account_id, group_id, before, n)`;

/** The same lines as `auditInsert` would write, from two lists instead of a hundred thousand objects. */
export function auditAlike(viewer: Viewer, alike: Alike): SQL {
  return sql`insert into audit (event, actor_id, actor_name, account_id, account_name, group_id, group_name, before, cause,
      reason, request_id)
    select ${alike.event}, ${viewer.account?.id ?? null}::uuid, ${viewer.name}::text, x.account_id, a.name, x.group_id, g.name,
      x.before::jsonb, ${alike.cause},
      case when x.group_id = ${alike.reason?.groupId ?? null}::uuid then ${alike.reason?.text ?? null}::text end,
      ${viewer.requestId}::uuid
    from ${inTheirGroups(alike)} left join account a on a.id = x.account_id left join groups g on g.id = x.group_id
    order by x.n`;
}

/** The same notices as `noticeInsert` would write of what nobody wanted. */
export function noticeAlike(viewer: Viewer, alike: Alike): SQL {
  return sql`with told as (
      insert into notice (account_id, event, group_id, actor_id, cause, reason, request_id, mailed_at)
      select a.id, ${alike.event}, x.group_id, ${viewer.account?.id ?? null}::uuid, ${alike.cause},
        ${alike.reason?.text ?? null}::text, ${viewer.requestId}::uuid,
        case when a.email_proven_at is not null then null else portal_now() end
      from ${inTheirGroups(alike)} join account a on a.id = x.account_id order by x.n
      returning account_id, mailed_at)
    ${mailOfTold(viewer)}`;
}

/** Each person once per line, the actor only of what they did not want. Whom no mail can reach counts as mailed already. */
function noticeRows(viewer: Viewer, tellings: readonly Telling[], source: SQL): SQL {
  const actor = sql`${viewer.account?.id ?? null}::uuid`;
  const named = tellings.filter(({ to }) => typeof to === "string" && to !== "owners");
  const others = tellings.filter((telling) => !named.includes(telling));
  const parts: SQL[] = [];
  if (named.length > 0) parts.push(sql`select t.*, t.account_id as who from ${linesOf(named)}`);
  if (others.length > 0)
    parts.push(sql`select t.*, those.id as who from ${linesOf(others)} cross join lateral (${meant}) those`);
  return sql`insert into notice (account_id, event, group_id, actor_id, role, cause, reason, request_id, mailed_at)
    select a.id, t.event, t.group_id, ${actor}, t.role, t.cause, t.reason, ${viewer.requestId}::uuid,
      case when a.email_proven_at is not null then null else portal_now() end
    from ${source} cross join (${sql.join(parts, sql` union all `)}) t join account a on a.id = t.who
    where t.even_actor or t.who is distinct from ${actor}
    returning account_id, mailed_at`;
}

/**
 * One mail to each person for one change, a little later, so that what still follows goes with it. One that waits already
 * is asked for again, which holds its row: the worker closes none while a notice for it is on its way.
 */
function mailOfTold({ requestId }: Viewer): SQL {
  return sql`insert into outbox (kind, payload, due_at, key)
    select 'mail', jsonb_build_object('template', 'notices', 'accountId', who.id, 'requestId', ${requestId}::text),
      portal_now() + interval '20 seconds', 'notices:' || who.id || ':' || ${requestId}::text
    from (select distinct account_id as id from told where mailed_at is null) who order by who.id
    on conflict (key) where status = 'waiting' and key is not null do update
      set stamp = outbox.stamp + 1, due_at = least(excluded.due_at, outbox.created_at + interval '5 minutes')`;
}

function linesOf(tellings: readonly Telling[]): SQL {
  const lines = tellings.map(({ event, to, groupId, role, cause, reason, evenActor = false }) => ({
    event,
    account_id: typeof to === "string" && to !== "owners" ? to : undefined,
    deciders_of: typeof to === "object" && "decidersOf" in to ? to.decidersOf : undefined,
    administrators_of: typeof to === "object" && "administratorsOf" in to ? to.administratorsOf : undefined,
    owners: to === "owners",
    group_id: groupId,
    role,
    cause,
    reason: reason || undefined,
    even_actor: evenActor,
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as t(event text, account_id uuid,
    deciders_of uuid, administrators_of uuid, owners boolean, group_id uuid, role text, cause text, reason text,
    even_actor boolean)`;
}

/** Whom the line `t` means, where it names nobody. */
const meant: SQL = sql`
  ${deciders(sql`t.deciders_of`)}
  union select m.account_id from membership m join account ma on ma.id = m.account_id and ma.active
    where m.group_id = t.administrators_of and ${administers(sql`m.account_id`, sql`m.group_id`)}
  union select o.id from account o where t.owners and o.owner and o.active`;

function errandInsert(errands: readonly Errand[]): SQL {
  return sql`insert into outbox (kind, payload)
    select e.kind, e.payload from guard cross join jsonb_to_recordset(${JSON.stringify(errands)}::jsonb)
      as e(kind text, payload jsonb)`;
}
