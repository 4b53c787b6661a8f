import { type SQL, sql } from "drizzle-orm";

/**
 * Accounts to be told of a request in a group: its leaders, and members who may decide it, by their columns or by what
 * they hold everywhere; of a restricted group the active site owners instead. One column `id`; nobody while the setting
 * is off. Begins with those who may decide and asks whether they are in: a group's size does not matter.
 */
export function deciders(groupId: SQL): SQL {
  return sql`
    (with there as (select g.id, g.type, g.internal, g.restricted from groups g where g.id = ${groupId} and ${leadersAreTold}),
    open as (select * from there where not restricted),
    cells as (select x.role, x.kind from open join group_grant x on x.type = open.type and x.permission in (${DECIDING})),
    roles as (
      select substr(c.role, 9) as role from cells c where c.kind = 'insider'
      union select x.role from open join global_grant x on x.permission = 'group.bypass'
        or (x.permission = 'group.manage' and not open.internal)),
    able as (
      select o.id from account o where o.owner
      union select r.account_id from account_role r join roles on roles.role = r.role
      union select cm.account_id from roles join group_conferred_role c on c.role = roles.role
        join membership cm on cm.group_id = c.group_id
      union select mr.account_id from open join membership_role mr on mr.group_id = open.id
        join cells c on c.kind = 'custom' and c.role = mr.role)
    select l.account_id as id from open join leader l on l.group_id = open.id where l.account_id is not null
    union select m.account_id from open join leader l on l.group_id = open.id
      join membership m on m.group_id = l.leader_group_id
    union select able.id from open cross join able cross join lateral (
      select 1 from membership m join account a on a.id = m.account_id and a.active
      where m.group_id = open.id and m.account_id = able.id offset 0) inside
    union select m.account_id from open join membership m on m.group_id = open.id
      join account a on a.id = m.account_id and a.active
      where exists (select 1 from cells where kind = 'member') or exists (select 1 from roles where role = 'authenticated')
    union select o.id from there join account o on o.owner and o.active where there.restricted)`;
}

const DECIDING = sql`'request.decide', 'member.administer', 'group.administer'`;

const leadersAreTold = sql`(select s.notify_leaders from setting s)`;

/** Whether an account holds a custom global role, directly or by a group. */
const holds = (accountId: SQL, role: SQL): SQL => sql`(
  exists (select 1 from account_role ar where ar.account_id = ${accountId} and ar.role = ${role})
  or exists (select 1 from membership cm join group_conferred_role c on c.group_id = cm.group_id
       where cm.account_id = ${accountId} and c.role = ${role}))`;

/** Whether a member's Member, Insider or custom columns hold `group.administer`. */
export function administers(accountId: SQL, groupId: SQL): SQL {
  return sql`exists (
    select 1 from groups ag join group_grant hg on hg.type = ag.type and hg.permission = 'group.administer'
    where ag.id = ${groupId} and (hg.role = 'member'
      or exists (select 1 from membership_role mr where mr.group_id = ag.id and mr.account_id = ${accountId} and mr.role = hg.role)
      or (hg.kind = 'insider' and ${holds(accountId, sql`substr(hg.role, 9)`)})))`;
}
