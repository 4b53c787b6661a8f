/** Whether an account is one of those that the group `g` is kept for; asked as it is now, so that it is past by itself. */
import { type SQL, sql } from "drizzle-orm";

/** Whether the account of this alias is none of them: the group lists roles, and it holds none of those. */
export function isLeftOut(account: SQL): SQL {
  return sql`(not ${account}.owner
    and exists (select 1 from group_eligible_role e where e.group_id = g.id)
    and not exists (select 1 from group_eligible_role e where e.group_id = g.id and (e.role = 'authenticated'
      or exists (select 1 from account_role r where r.account_id = ${account}.id and r.role = e.role)
      or exists (select 1 from membership m join group_conferred_role c on c.group_id = m.group_id
        where m.account_id = ${account}.id and c.role = e.role))))`;
}
