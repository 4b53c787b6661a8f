import { type SQL, sql } from "drizzle-orm";

/**
 * Accounts to be told of a request in a group: its leaders, and members who may decide it, by their columns or by what
 * they hold everywhere; of a restricted group the active site owners instead. One column `id`; nobody while the setting is off.
 */
export function deciders(groupId: SQL): SQL {
  return sql`
    (select l.account_id as id from leader l join groups g on g.id = l.group_id
      where l.group_id = ${groupId} and l.account_id is not null and not g.restricted and ${leadersAreTold}
    union select m.account_id from leader l join groups g on g.id = l.group_id join membership m on m.group_id = l.leader_group_id
      where l.group_id = ${groupId} and not g.restricted and ${leadersAreTold}
    union select m.account_id from membership m join groups g on g.id = m.group_id join account a on a.id = m.account_id
      where m.group_id = ${groupId} and not g.restricted and a.active and ${leadersAreTold} and (a.owner
        or exists (select 1 from global_grant x where (x.permission = 'group.bypass'
            or (x.permission = 'group.manage' and not g.internal))
          and (x.role = 'authenticated' or ${holds(sql`m.account_id`, sql`x.role`)}))
        or exists (select 1 from group_grant x where x.type = g.type
          and x.permission in ('request.decide', 'member.administer', 'group.administer')
          and (x.role = 'member'
            or exists (select 1 from membership_role mr where mr.group_id = g.id and mr.account_id = m.account_id and mr.role = x.role)
            or (x.kind = 'insider' and ${holds(sql`m.account_id`, sql`substr(x.role, 9)`)}))))
    union select o.id from account o join groups g on g.id = ${groupId}
      where g.restricted and o.owner and o.active and ${leadersAreTold})`;
}

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
