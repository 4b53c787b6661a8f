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
  held_after: string[];
  /** whether it holds group.request (a site owner always does) */
  asks_before: boolean;
  asks_after: boolean;
  /** groups it falls out of */
  pruned: string[];
}

interface RequestRoles {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** `requestRoles`: the global roles that hold group.request before and after. */
export async function recount(read: Reader, overlay: Overlay, requestRoles: RequestRoles): Promise<Recount[]> {
  return read.rows<Recount>(sql`
    with recursive
    taken as (select * from ${records(overlay.taken)} as x(account uuid, role text)),
    given as (select * from ${records(overlay.given)} as x(account uuid, role text)),
    begun as (select * from ${records(overlay.begun)} as x(account uuid, grp uuid)),
    ended as (select * from ${records(overlay.ended)} as x(account uuid, grp uuid)),
    configured as (
      select grp, (after ->> 'public')::boolean as public_after,
        texts(before -> 'eligibleRoles') as eligible_before, texts(after -> 'eligibleRoles') as eligible_after,
        texts(before -> 'confers') as confers_before, texts(after -> 'confers') as confers_after
      from ${records(overlay.configured)} as x(grp uuid, before jsonb, after jsonb)),
    lost_roles as (select unnest(${texts(lostRoles(overlay, requestRoles))}) as role),
    losing as (${losing(overlay)}),
    touched as (${touched(overlay)}),
    base as (${base(overlay, requestRoles)}),
    grow (account_id, n, held) as (
      select account_id, 0, direct_after from base
      union all
      select b.account_id, g.n + 1, next.held
      from grow g join base b on b.account_id = g.account_id
      cross join lateral (
        select array(select distinct role from (
          select unnest(b.direct_after) as role
          union all
          select unnest(m.confers) from ${memberships(sql`b.mem`)} where ${kept(sql`g.held`, requestRoles)}
        ) roles order by role) as held) next
      where next.held <> g.held),
    final as (select distinct on (account_id) account_id, held from grow order by account_id, n desc)
    select b.account_id, b.owner_before, b.owner_after, b.held_before, f.held as held_after, b.asks_before,
      b.owner_after or f.held && ${texts(requestRoles.after)} as asks_after,
      array(select m.grp from ${memberships(sql`b.mem`)} where not (${kept(sql`f.held`, requestRoles)})) as pruned
    from base b join final f on f.account_id = b.account_id
    order by b.account_id`);
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
function touched(overlay: Overlay): SQL {
  return sql`
    select id from (
      select id from losing union select account from given union select account from begun
      union select unnest(${uuids(overlay.ownersMade)})
      union select m.account_id from membership m join configured c on c.grp = m.group_id
        where not (c.confers_after <@ c.confers_before)
      union select r.account_id from request r join configured c on c.grp = r.group_id where r.status = 'pending'
      union select l.account_id from leader l join configured c on c.grp = l.group_id where l.account_id is not null
    ) ids where id <> all(${uuids(overlay.accountsEnded)})`;
}

/** One row per account with its roles before, its direct roles after, and its memberships after as one value. */
function base(overlay: Overlay, requestRoles: RequestRoles): SQL {
  return sql`
    select s.account_id, s.owner_before, s.owner_after, s.held_before, s.direct_after,
      exists (select 1 from losing l where l.id = s.account_id) as loses,
      s.owner_before or s.held_before && ${texts(requestRoles.before)} as asks_before,
      (select coalesce(jsonb_agg(jsonb_build_object('grp', g.id, 'public', coalesce(c.public_after, g.public),
          'was_eligible', s.owner_before or cardinality(e.before) = 0 or e.before && s.held_before,
          'eligible', to_jsonb(e.after), 'confers', to_jsonb(f.after))), '[]')
        from (select m.group_id from membership m where m.account_id = s.account_id
                and m.group_id <> all(${uuids(overlay.groupsDeleted)})
                and not exists (select 1 from ended x where x.account = s.account_id and x.grp = m.group_id)
              union select b.grp from begun b where b.account = s.account_id) mine
        join groups g on g.id = mine.group_id
        left join configured c on c.grp = g.id
        cross join lateral (${listed(overlay, sql`group_eligible_role`, sql`c.eligible_before`, sql`c.eligible_after`)}) e
        cross join lateral (${listed(overlay, sql`group_conferred_role`, sql`c.confers_before`, sql`c.confers_after`)}) f
      ) as mem
    from (
      select a.id as account_id, a.owner as owner_before,
        case when a.id = any(${uuids(overlay.ownersMade)}) then true
          when a.id = any(${uuids(overlay.ownersUnmade)}) then false else a.owner end as owner_after,
        array(select distinct role from (
          select r.role from account_role r where r.account_id = a.id
          union all select c.role from membership m join group_conferred_role c on c.group_id = m.group_id where m.account_id = a.id
          union all select 'authenticated') roles order by role) as held_before,
        array(select distinct role from (
          select r.role from account_role r where r.account_id = a.id
            and not exists (select 1 from taken t where t.account = a.id and t.role = r.role)
          union all select g.role from given g where g.account = a.id
          union all select 'authenticated') roles
          where role <> all(${texts(overlay.rolesDeleted)}) order by role) as direct_after
      from touched join account a on a.id = touched.id
    ) s`;
}

/** A group's list of roles before and after, deleted roles left out of the latter. */
function listed(overlay: Overlay, table: SQL, before: SQL, after: SQL): SQL {
  return sql`
    select coalesce(${before}, stored.roles) as before,
      array(select r from unnest(coalesce(${after}, stored.roles)) r where r <> all(${texts(overlay.rolesDeleted)})) as after
    from (select array(select l.role from ${table} l where l.group_id = g.id) as roles) stored`;
}

function memberships(mem: SQL): SQL {
  return sql`(select grp, public, was_eligible, texts(eligible) as eligible, texts(confers) as confers
    from jsonb_to_recordset(${mem}) as x(grp uuid, public boolean, was_eligible boolean, eligible jsonb, confers jsonb)) m`;
}

/** Whether a membership stands with these roles. Loses means held before and not after; public groups keep everybody. */
function kept(held: SQL, requestRoles: RequestRoles): SQL {
  return sql`not b.loses or b.owner_after or m.public or (
    (not b.asks_before or ${held} && ${texts(requestRoles.after)})
    and (not m.was_eligible or cardinality(m.eligible) = 0 or ${held} && m.eligible))`;
}
