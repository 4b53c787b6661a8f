/** Whether an account is one of those that the group `g` is kept for; asked as it is now, so that it is past by itself. */
import { type SQL, sql } from "drizzle-orm";
import { COUNTED } from "@/lib/groups/line";
import { reachesGroup, seesGroup } from "@/lib/groups/visible";
import type { Viewer } from "@/lib/session/viewer";

/** Whether the account of this alias is none of them: the group lists roles, and it holds none of those. */
export function isLeftOut(account: SQL): SQL {
  return sql`(not ${account}.owner
    and exists (select 1 from group_eligible_role e where e.group_id = g.id)
    and not exists (select 1 from group_eligible_role e where e.group_id = g.id and (e.role = 'authenticated'
      or exists (select 1 from account_role r where r.account_id = ${account}.id and r.role = e.role)
      or exists (select 1 from membership m join group_conferred_role c on c.group_id = m.group_id
        where m.account_id = ${account}.id and c.role = e.role))))`;
}

/** Accounts in the group that leads by the row `l`, so many as are counted of any group: column `account_id`. */
export const membersLeading = (): SQL =>
  sql`(select m.account_id from membership m where m.group_id = l.leader_group_id limit ${COUNTED + 1})`;

/** Whether the viewer knows who is in the group that leads by the row `l`. */
const knowsLeading = (viewer: Viewer): SQL => sql`exists (select 1 from groups g
  where g.id = l.leader_group_id and ${seesGroup(viewer)} and ${reachesGroup(viewer, "member.list")})`;

const isKept = sql`exists (select 1 from group_eligible_role e where e.group_id = g.id)`;

/** Leaders of the group `g` who are left out, those who lead by a group included if the viewer knows them: column `id`. */
const leftOutByName = sql`select la.id from leader l join account la on la.id = l.account_id
  where l.group_id = g.id and ${isLeftOut(sql`la`)}`;

const leftOutByGroup = (viewer: Viewer): SQL => sql`select la.id from leader l
    cross join lateral ${membersLeading()} few
    cross join lateral (select a.id, a.owner from account a where a.id = few.account_id offset 0) la
  where l.group_id = g.id and l.leader_group_id is not null and ${knowsLeading(viewer)} and ${isLeftOut(sql`la`)}`;

/** How many people those are, each once. Most groups are kept for nobody, and are asked no further. */
export const countLeftOut = (viewer: Viewer): SQL =>
  sql`(case when ${isKept} then (select count(*)::int from (${leftOutByName} union ${leftOutByGroup(viewer)}) x) else 0 end)`;

/** Whether there is one, as far as the viewer may know who leads the group `g`. */
export const hasLeftOut = (viewer: Viewer): SQL => sql`(${isKept}
  and (${reachesGroup(viewer, "member.list")} or ${reachesGroup(viewer, "leader.appoint")})
  and (exists (${leftOutByName}) or exists (${leftOutByGroup(viewer)})))`;
