/** A demo world as it lies in the database, by names alone: two loads must give the same picture. */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";

const accountName = (id: SQL): SQL => sql`(select a.name from account a where a.id = ${id})`;

/** Plain values in an order of their own, without ids, addresses, secrets and times. */
export async function portraitOf(reader: Reader): Promise<unknown> {
  const [row] = await reader.rows<{ portrait: unknown }>(sql`
    select json_build_object(
      'people', (select json_agg(json_build_array(a.name, a.active, a.owner, array(
          select r.role from account_role r where r.account_id = a.id order by 1)) order by a.name_key, a.name) from account a),
      'roles', (select json_agg(json_build_array(r.name, r.label, array(
          select x.permission from global_grant x where x.role = r.name order by 1)) order by r.name) from global_role r),
      'types', (select json_agg(json_build_array(t.name, t.label, t.preset, t.creator_is_member) order by t.name) from group_type t),
      'cells', (select json_agg(json_build_array(x.type, x.role, x.permission) order by x.type, x.role, x.permission) from group_grant x),
      'groups', (select json_agg(json_build_array(g.type, g.name, g.description, g.picture, g.colour, g.internal, g.hidden,
          g.open, g.public, g.restricted, g.published, g.quiet_join_page, g.internal_forced,
          array(select e.role from group_eligible_role e where e.group_id = g.id order by 1),
          array(select c.role from group_conferred_role c where c.group_id = g.id order by 1),
          ${accountName(sql`g.creator_id`)}, ${members}, ${leaders}) order by g.type, g.name_key) from groups g),
      'requests', (select json_agg(json_build_array(${accountName(sql`r.account_id`)}, g.name, r.kind, r.status, r.note, r.reason,
          ${accountName(sql`r.decided_by_id`)})
          order by r.created_at, g.name, ${accountName(sql`r.account_id`)}) from request r join groups g on g.id = r.group_id),
      'links', (select json_agg(json_build_array(g.name, ${accountName(sql`k.maker_id`)}, k.label, k.max_uses, k.uses,
          k.asks_approval, k.paused_at is not null, k.revoked_at is not null, k.expires_at is null)
          order by k.created_at, g.name, k.label) from join_link k join groups g on g.id = k.group_id),
      'reserved', (select json_agg(n.name order by n.name_key) from reserved_name n)) as portrait`);
  return row?.portrait;
}

const members = sql`(select json_agg(json_build_array(${accountName(sql`m.account_id`)}, m.how, m.title, m.until is not null,
    array(select mr.role from membership_role mr where mr.group_id = m.group_id and mr.account_id = m.account_id order by 1))
    order by ${accountName(sql`m.account_id`)}) from membership m where m.group_id = g.id)`;

const leads = sql`coalesce(${accountName(sql`l.account_id`)},
  (select lg.name from groups lg where lg.id = l.leader_group_id))`;
// An aggregate takes a number for a constant, so what it is ordered by is said again.
const leaders = sql`(select json_agg(${leads} order by ${leads}) from leader l where l.group_id = g.id)`;

/** What is there without a line in the log that tells how it came: accounts, groups, memberships, leaders and links. */
export async function untoldOf(reader: Reader): Promise<string[]> {
  const rows = await reader.rows<{ what: string }>(sql`
    select 'account ' || a.name as what from account a
      where not exists (select 1 from audit l where l.event = 'account.created' and l.account_id = a.id)
    union all select 'group ' || g.name from groups g
      where not exists (select 1 from audit l where l.event = 'group.created' and l.group_id = g.id)
    union all select ${accountName(sql`m.account_id`)} || ' in ' || g.name from membership m join groups g on g.id = m.group_id
      where not exists (select 1 from audit l where l.event in ('member.added', 'member.joined')
        and l.group_id = m.group_id and l.account_id = m.account_id)
    union all select 'a leader of ' || g.name from leader l join groups g on g.id = l.group_id
      where not exists (select 1 from audit x where x.event = 'leader.appointed' and x.group_id = l.group_id
        and x.account_id is not distinct from l.account_id)
    union all select 'a link to ' || g.name from join_link k join groups g on g.id = k.group_id
      where (select count(*) from audit x where x.event = 'link.created' and x.group_id = g.id)
        < (select count(*) from join_link o where o.group_id = g.id)
    union all select 'a request in ' || g.name from request r join groups g on g.id = r.group_id
      where not exists (select 1 from audit x where x.event = 'request.made' and x.group_id = r.group_id
        and x.account_id = r.account_id)
    order by 1`);
  return rows.map(({ what }) => what);
}
