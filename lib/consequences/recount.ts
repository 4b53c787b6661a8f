/**
 * Counts up what every touched account holds after a change, from its direct roles, group by group, to the least
 * fixed point: a membership never counts as the reason for itself. One statement, whatever the number of accounts.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Overlay } from "./change";
import { records, texts, uuids } from "./values";

export interface Recount {
  account_id: string;
  owner_before: boolean;
  owner_after: boolean;
  /** custom global roles before and after, conferred ones included */
  held_before: string[];
  /** those of them that were given directly */
  direct_before: string[];
  held_after: string[];
  /** whether it holds group.request (a site owner always does) */
  asks_before: boolean;
  asks_after: boolean;
  /** groups it falls out of */
  pruned: string[];
}

export interface RequestRoles {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The accounts that a change makes to be counted again, in order. */
export async function listTouched(read: Reader, overlay: Overlay, requestRoles: RequestRoles): Promise<string[]> {
  const rows = await read.rows<{ id: string }>(sql`
    with ${stated(overlay, requestRoles, [])} select t.id from touched t join account a on a.id = t.id order by t.id`);
  return rows.map(({ id }) => id);
}

/** `requestRoles`: the global roles that hold group.request before and after; `except`: accounts that are left out. */
export async function recount(
  read: Reader,
  overlay: Overlay,
  requestRoles: RequestRoles,
  except: readonly string[] = [],
): Promise<Recount[]> {
  return read.rows<Recount>(sql`
    with recursive ${stated(overlay, requestRoles, except)},
    people as materialized (${people(overlay, requestRoles)}),
    mine as materialized (${membershipsAfter(overlay)}),
    conferring as (
      select m.account_id, jsonb_agg(jsonb_build_object('public', m.public, 'was_eligible', m.was_eligible,
        'eligible', to_jsonb(m.eligible), 'confers', to_jsonb(m.confers))) as groups
      from mine m where cardinality(m.confers) > 0 group by m.account_id),
    grow (account_id, n, held) as (
      select account_id, 0, direct_after from people
      union all
      select g.account_id, g.n + 1, next.held
      from grow g join conferring c on c.account_id = g.account_id join people p on p.account_id = g.account_id
      cross join lateral (select array(select distinct role from (
          select unnest(p.direct_after) as role
          union all select unnest(m.confers) from (
            select public, was_eligible, texts(eligible) as eligible, texts(confers) as confers
            from jsonb_to_recordset(c.groups) as x(public boolean, was_eligible boolean, eligible jsonb, confers jsonb)) m
          where ${kept(sql`g.held`, requestRoles)}) roles order by role) as held) next
      where next.held <> g.held),
    final as materialized (select distinct on (account_id) account_id, held from grow order by account_id, n desc),
    fallen as (
      select m.account_id, array_agg(m.grp order by m.grp) as groups
      from mine m join people p on p.account_id = m.account_id join final f on f.account_id = m.account_id
      where not (${kept(sql`f.held`, requestRoles)}) group by m.account_id)
    select p.account_id, p.owner_before, p.owner_after, p.held_before, p.direct_before, f.held as held_after, p.asks_before,
      p.owner_after or f.held && ${texts(requestRoles.after)} as asks_after, coalesce(x.groups, '{}') as pruned
    from people p join final f on f.account_id = p.account_id left join fallen x on x.account_id = p.account_id
    order by p.account_id`);
}

/** What the change states, as relations, and whom it touches. */
function stated(overlay: Overlay, requestRoles: RequestRoles, except: readonly string[]): SQL {
  return sql`
    taken as (select * from ${records(overlay.taken)} as x(account uuid, role text)),
    given as (select * from ${records(overlay.given)} as x(account uuid, role text)),
    begun as (select * from ${records(overlay.begun)} as x(account uuid, grp uuid)),
    ended as (select * from ${records(overlay.ended)} as x(account uuid, grp uuid)),
    configured as (${configured(overlay)}),
    lost_roles as (select unnest(${texts(lostRoles(overlay, requestRoles))}) as role),
    losing as (${losing(overlay)}),
    touched as materialized (${touched(overlay, except)})`;
}

function configured(overlay: Overlay): SQL {
  return sql`
    select grp, (after ->> 'public')::boolean as public_after,
      texts(before -> 'eligibleRoles') as eligible_before, texts(after -> 'eligibleRoles') as eligible_after,
      texts(before -> 'confers') as confers_before, texts(after -> 'confers') as confers_after
    from ${records(overlay.configured)} as x(grp uuid, before jsonb, after jsonb)`;
}

function lostRoles(overlay: Overlay, { before, after }: RequestRoles): string[] {
  return [...new Set([...before.filter((role) => !after.includes(role)), ...overlay.rolesDeleted])];
}

/** Accounts from which the cause takes something. What only adds costs nobody a membership. */
function losing(overlay: Overlay): SQL {
  return sql`
    select account as id from taken
    union select unnest(${uuids(overlay.ownersUnmade)})
    union select r.account_id from account_role r join lost_roles l on l.role = r.role
    union select m.account_id from membership m join group_conferred_role c on c.group_id = m.group_id join lost_roles l on l.role = c.role
    union select a.id from account a where exists (select 1 from lost_roles where role = 'authenticated')
    union select e.account from ended e where exists (select 1 from group_conferred_role c where c.group_id = e.grp)
    union select m.account_id from membership m join group_conferred_role c on c.group_id = m.group_id
      where m.group_id = any(${uuids(overlay.groupsDeleted)})
    union select m.account_id from membership m join configured c on c.grp = m.group_id
      where not (c.confers_before <@ c.confers_after) or (cardinality(c.eligible_after) > 0
        and not (cardinality(c.eligible_before) > 0 and c.eligible_before <@ c.eligible_after))`;
}

/** Every account that is looked at: those, whoever gains, and whoever waits for or leads what is configured. */
function touched(overlay: Overlay, except: readonly string[]): SQL {
  return sql`
    select id from (
      select id from losing union select account from given union select account from begun
      union select unnest(${uuids(overlay.ownersMade)})
      union select m.account_id from membership m join configured c on c.grp = m.group_id
        where not (c.confers_after <@ c.confers_before)
      union select r.account_id from request r join configured c on c.grp = r.group_id where r.status = 'pending'
      union select l.account_id from leader l join configured c on c.grp = l.group_id where l.account_id is not null
    ) ids where id <> all(${uuids(overlay.accountsEnded)}) and not exists (
      select 1 from unnest(${uuids(except)}) known(id) where known.id = ids.id)`;
}

/** One row per account, with what it holds before, and what it holds after by nobody's membership. */
function people(overlay: Overlay, requestRoles: RequestRoles): SQL {
  const sorted = sql`array_agg(distinct role order by role)`;
  return sql`
    select s.*, s.owner_before or s.held_before && ${texts(requestRoles.before)} as asks_before from (
      select a.id as account_id, a.owner as owner_before,
        case when a.id = any(${uuids(overlay.ownersMade)}) then true
          when a.id = any(${uuids(overlay.ownersUnmade)}) then false else a.owner end as owner_after,
        a.id in (select id from losing) as loses, b.held as held_before,
        array(select r.role from account_role r where r.account_id = a.id) as direct_before, d.held as direct_after
      from account a
      join (select account_id, ${sorted} as held from (
          select t.id as account_id, 'authenticated' as role from touched t
          union all select r.account_id, r.role from account_role r join touched t on t.id = r.account_id
          union all select m.account_id, c.role from membership m join touched t on t.id = m.account_id
            join group_conferred_role c on c.group_id = m.group_id) roles group by account_id) b on b.account_id = a.id
      join (select account_id, ${sorted} as held from (
          select t.id as account_id, 'authenticated' as role from touched t
          union all select r.account_id, r.role from account_role r join touched t on t.id = r.account_id
            where r.role <> all(${texts(overlay.rolesDeleted)})
              and not exists (select 1 from taken x where x.account = r.account_id and x.role = r.role)
          union all select g.account, g.role from given g join touched t on t.id = g.account) roles
        group by account_id) d on d.account_id = a.id
    ) s`;
}

/** Their memberships as they stand once the cause is there, each with what the group asks and gives by then. */
function membershipsAfter(overlay: Overlay): SQL {
  const after = (roles: SQL): SQL =>
    overlay.rolesDeleted.length === 0
      ? roles
      : sql`array(select r from unnest(${roles}) r where r <> all(${texts(overlay.rolesDeleted)}))`;
  return sql`
    select m.account_id, m.grp, l.public, l.eligible, l.confers,
      p.owner_before or cardinality(l.eligible_before) = 0 or l.eligible_before && p.held_before as was_eligible
    from (
      select m.account_id, m.group_id as grp from membership m join touched t on t.id = m.account_id
        where m.group_id <> all(${uuids(overlay.groupsDeleted)})
          and not exists (select 1 from ended x where x.account = m.account_id and x.grp = m.group_id)
      union select b.account, b.grp from begun b join touched t on t.id = b.account) m
    join people p on p.account_id = m.account_id
    join (
      select g.id, coalesce(c.public_after, g.public) as public,
        coalesce(c.eligible_before, e.roles, '{}') as eligible_before,
        ${after(sql`coalesce(c.eligible_after, e.roles, '{}')`)} as eligible,
        ${after(sql`coalesce(c.confers_after, f.roles, '{}')`)} as confers
      from groups g left join configured c on c.grp = g.id
        left join (select group_id, array_agg(role) as roles from group_eligible_role group by 1) e on e.group_id = g.id
        left join (select group_id, array_agg(role) as roles from group_conferred_role group by 1) f on f.group_id = g.id
    ) l on l.id = m.grp`;
}

/** Whether a membership stands with these roles. Loses means held before and not after; public groups keep everybody. */
function kept(held: SQL, requestRoles: RequestRoles): SQL {
  return sql`not p.loses or p.owner_after or m.public or (
    (not p.asks_before or ${held} && ${texts(requestRoles.after)})
    and (not m.was_eligible or cardinality(m.eligible) = 0 or ${held} && m.eligible))`;
}
