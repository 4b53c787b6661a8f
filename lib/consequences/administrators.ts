/** Groups from which the rules take the last administrator: nobody hinders it, and the site owners are told. */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { administers } from "@/lib/gate/deciders";
import type { Overlay } from "./change";
import type { Recount } from "./recount";
import type { Pair } from "./rows";
import { records, uuids } from "./values";

export async function groupsLosingAdministrators(
  read: Reader,
  overlay: Overlay,
  pruned: readonly Pair[],
  counted: readonly Recount[],
): Promise<string[]> {
  if (pruned.length === 0) return [];
  const gone = [...overlay.ended, ...pruned.map((p) => ({ account: p.accountId, grp: p.groupId }))];
  const held = counted.map((c) => ({ account: c.account_id, roles: c.held_after }));
  const rows = await read.rows<{ id: string }>(sql`
    with gone as (select * from ${records(gone)} as x(account uuid, grp uuid)),
    held as (select * from ${records(held)} as x(account uuid, roles jsonb)),
    at_risk as (select distinct x.grp from gone x join account a on a.id = x.account and a.active
      where ${administers(sql`x.account`, sql`x.grp`)}),
    remaining as (
      select m.group_id, m.account_id from membership m join at_risk on at_risk.grp = m.group_id
        where m.account_id <> all(${uuids(overlay.accountsEnded)})
          and not exists (select 1 from gone x where x.account = m.account_id and x.grp = m.group_id)
      union select b.grp, b.account from ${records(overlay.begun)} as b(account uuid, grp uuid) join at_risk on at_risk.grp = b.grp)
    select grp as id from at_risk where grp <> all(${uuids(overlay.groupsDeleted)})
      and exists (select 1 from remaining r where r.group_id = at_risk.grp)
      and not exists (select 1 from remaining r join account a on a.id = r.account_id and a.active
        left join held on held.account = r.account_id where r.group_id = at_risk.grp and ${administersAfter()})
    order by 1`);
  return rows.map((row) => row.id);
}

/** As `administers`, of the member `r` with the roles that they will hold, where those were counted again. */
function administersAfter(): SQL {
  return sql`(case when held.account is null then ${administers(sql`r.account_id`, sql`r.group_id`)} else exists (
    select 1 from groups g join group_grant x on x.type = g.type and x.permission = 'group.administer'
    where g.id = r.group_id and (x.role = 'member'
      or exists (select 1 from membership_role mr where mr.group_id = g.id and mr.account_id = r.account_id and mr.role = x.role)
      or (x.kind = 'insider' and texts(held.roles) @> array[substr(x.role, 9)]))) end)`;
}
