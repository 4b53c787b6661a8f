/**
 * People and groups of one type, sorted by what the policy can tell apart: it is asked once for each sort, however many
 * there are of it.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { GroupFacts, Policy, Standing, TypeTable } from "@/lib/policy/facts";

/** Accounts that are active, by whether they are site owners and which of the roles that matter here they hold. */
export interface PeopleClass {
  readonly key: string;
  readonly owner: boolean;
  readonly roles: readonly string[];
}

/** Groups of the type, by the flags that decide. */
export interface GroupClass extends Pick<GroupFacts, "internal" | "hidden" | "published" | "eligibleRoles"> {
  readonly key: string;
  readonly groups: number;
}

/** How some of those people stand to some of those groups; whoever stands to a group in no way is outside it. */
export interface StandingClass extends Standing {
  readonly key: string;
  readonly people: string;
  readonly group: string;
  readonly creator: boolean;
}

export interface Classes {
  readonly people: readonly PeopleClass[];
  readonly groups: readonly GroupClass[];
  readonly standings: readonly StandingClass[];
}

/** Roles by which the answers for two people of one standing can differ, besides those that groups list as eligible. */
export function rolesThatMatter({ globalRoles }: Policy, ...tables: readonly TypeTable[]): string[] {
  const tied = tables
    .flatMap(({ columns }) => [...columns.values()])
    .flatMap(({ globalRole, permissions }) => (globalRole && permissions.size > 0 ? [globalRole] : []));
  const above = [...globalRoles].filter(([, held]) => held.has("group.bypass") || held.has("group.manage"));
  return [...new Set([...tied, ...above.map(([role]) => role)])];
}

/** Relations `person(id, owner, roles, key)`, `place(id, …, key)` and `stands(account_id, group_id, …, key)`. */
export function sorted(type: string, roles: readonly string[]): SQL {
  return sql`
    place as materialized (
      select g.id, g.creator_id, g.internal, g.hidden, g.published, e.eligible,
        concat_ws(' ', g.internal, g.hidden, g.published, array_to_string(e.eligible, ' ')) as key
      from groups g cross join lateral (
        select array(select r.role from group_eligible_role r where r.group_id = g.id order by 1) as eligible) e
      where g.type = ${type}),
    matters as (select unnest(${sql.param([...roles])}::text[]) as role union select unnest(eligible) from place),
    held as (
      select x.account_id, array_agg(distinct x.role order by x.role) as roles from (
        select r.account_id, r.role from account_role r
        union all select m.account_id, c.role from membership m join group_conferred_role c on c.group_id = m.group_id) x
      join matters on matters.role = x.role group by 1),
    person as materialized (
      select a.id, a.owner, coalesce(h.roles, '{}') as roles,
        concat_ws(' ', a.owner, array_to_string(h.roles, ' ')) as key
      from account a left join held h on h.account_id = a.id where a.active),
    led as (
      select l.account_id, l.group_id from leader l where l.account_id is not null
      union select m.account_id, l.group_id from leader l join membership m on m.group_id = l.leader_group_id),
    related as (
      select m.account_id, m.group_id from membership m
      union select account_id, group_id from led
      union select r.account_id, r.group_id from request r where r.status = 'pending'
      union select p.creator_id, p.id from place p where p.creator_id is not null),
    roles_in as (
      select account_id, group_id, array_agg(role order by role) as roles from membership_role
        where group_id in (select id from place) group by 1, 2),
    stood as (
      select x.account_id, x.group_id, person.key as people, place.key as at, m.account_id is not null as member,
        coalesce(i.roles, '{}') as roles, l.account_id is not null as leads, r.kind as pending,
        place.creator_id is not distinct from x.account_id as creator
      from related x join place on place.id = x.group_id join person on person.id = x.account_id
        left join membership m on m.group_id = x.group_id and m.account_id = x.account_id
        left join roles_in i on i.group_id = x.group_id and i.account_id = x.account_id
        left join led l on l.group_id = x.group_id and l.account_id = x.account_id
        left join request r on r.group_id = x.group_id and r.account_id = x.account_id and r.status = 'pending'),
    stands as materialized (
      select *, concat_ws(' ', member, leads, creator, coalesce(pending, '-'), array_to_string(roles, ' ')) as key from stood)`;
}

export async function findClasses(read: Reader, type: string, roles: readonly string[]): Promise<Classes> {
  const [row] = await read.rows<Classes>(sql`with ${sorted(type, roles)}
    select
      (select coalesce(json_agg(x), '[]') from (select distinct key, owner, roles from person) x) as people,
      (select coalesce(json_agg(x), '[]') from (
        select key, internal, hidden, published, eligible as "eligibleRoles", count(*)::int as groups
        from place group by 1, 2, 3, 4, 5) x) as groups,
      (select coalesce(json_agg(x), '[]') from (
        select distinct key, people, at as "group", member, roles, leads, pending, creator from stands) x) as standings`);
  return row ?? { people: [], groups: [], standings: [] };
}
