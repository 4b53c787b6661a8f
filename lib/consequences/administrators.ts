/** Groups from which the rules take the last administrator: nobody hinders it, and the site owners are told. */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Overlay } from "./change";
import type { Recount } from "./recount";
import type { Pair } from "./rows";
import { pairs, records, uuids } from "./values";

export async function groupsLosingAdministrators(
  read: Reader,
  overlay: Overlay,
  pruned: readonly Pair[],
  counted: readonly Recount[],
): Promise<string[]> {
  const removed = pruned.map((p) => ({ account: p.accountId, grp: p.groupId }));
  const byRule = [...overlay.endedByThemselves, ...removed];
  if (byRule.length === 0) return [];
  const held = counted.map((c) => ({ account: c.account_id, roles: c.held_after }));
  const rows = await read.rows<{ id: string }>(sql`
    with by_rule as materialized (select x.account, x.grp from ${pairs(byRule)}),
    gone as materialized (select x.account, x.grp from ${pairs([...overlay.ended, ...removed])}),
    held as materialized (select account, texts(roles) as roles from ${records(held)} as x(account uuid, roles jsonb)),
    losing as materialized (select distinct grp from by_rule where grp <> all(${uuids(overlay.groupsDeleted)})),
    before as (${administratorsOf(sql`select m.group_id, m.account_id from membership m join losing on losing.grp = m.group_id`)}),
    at_risk as materialized (select distinct x.grp from by_rule x join before b on b.group_id = x.grp and b.account_id = x.account
      join account a on a.id = x.account and a.active),
    remaining as materialized (
      select m.group_id, m.account_id from membership m join at_risk on at_risk.grp = m.group_id
        where (m.account_id, m.group_id) not in (select account, grp from gone)
          and m.account_id <> all(${uuids(overlay.accountsEnded)})
      union select b.grp, b.account from ${records(overlay.begun)} as b(account uuid, grp uuid) join at_risk on at_risk.grp = b.grp),
    after as (${administratorsOf(sql`select group_id, account_id from remaining`, sql`held`)})
    select grp as id from at_risk
    where grp in (select group_id from remaining)
      and grp not in (select b.group_id from after b join account a on a.id = b.account_id and a.active)
    order by 1`);
  return rows.map((row) => row.id);
}

/**
 * Those of `members` (group_id, account_id) whose Member, Insider or custom columns hold `group.administer`, as sets: of
 * accounts that `held` (account, roles) names, by the global roles there.
 */
export function administratorsOf(
  members: SQL,
  held: SQL = sql`(select null::uuid as account, null::text[] as roles) held`,
): SQL {
  return sql`
    select m.group_id, m.account_id from (${members}) m join groups g on g.id = m.group_id
      join group_grant x on x.type = g.type and x.permission = 'group.administer' and x.role = 'member'
    union select m.group_id, m.account_id from (${members}) m
      join membership_role r on r.group_id = m.group_id and r.account_id = m.account_id
      join group_grant x on x.type = r.type and x.permission = 'group.administer' and x.role = r.role
    union select m.group_id, m.account_id from (${members}) m join groups g on g.id = m.group_id
      join group_grant x on x.type = g.type and x.permission = 'group.administer' and x.kind = 'insider'
      left join ${held} on held.account = m.account_id
      cross join lateral (select case when held.account is not null then substr(x.role, 9) = any(held.roles) else
        exists (select 1 from account_role r where r.account_id = m.account_id and r.role = substr(x.role, 9))
        or exists (select 1 from membership cm join group_conferred_role c on c.group_id = cm.group_id
             where cm.account_id = m.account_id and c.role = substr(x.role, 9)) end as yes) holds
      where holds.yes`;
}
