/** What becomes of a group's list of eligible roles, and of leaders whom it leaves out. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Overlay } from "./change";
import type { Recount } from "./recount";
import type { Pair } from "./rows";
import { records, texts } from "./values";

/** Groups that would be open to all because the last role they asked for is deleted: they become internal instead. */
export async function emptiedLists(
  read: Reader,
  { rolesDeleted }: Overlay,
): Promise<{ listsEmptied: string[]; madeInternal: string[] }> {
  if (rolesDeleted.length === 0) return { listsEmptied: [], madeInternal: [] };
  const rows = await read.rows<{ id: string; internal: boolean }>(sql`
    select g.id, g.internal from groups g join group_eligible_role e on e.group_id = g.id group by g.id
    having bool_and(e.role = any(${texts(rolesDeleted)})) order by 1`);
  return {
    listsEmptied: rows.map((row) => row.id),
    madeInternal: rows.filter((row) => !row.internal).map((row) => row.id),
  };
}

/** Leaders who stop being eligible. They go on leading, flagged. */
export async function flaggedLeaders(read: Reader, overlay: Overlay, counted: readonly Recount[]): Promise<Pair[]> {
  const people = counted
    .filter((c) => !c.owner_after)
    .map((c) => ({
      account: c.account_id,
      owner_before: c.owner_before,
      held_before: c.held_before,
      held_after: c.held_after,
    }));
  if (people.length === 0) return [];
  return read.rows<Pair>(sql`
    with people as (select * from ${records(people)} as x(account uuid, owner_before boolean, held_before jsonb, held_after jsonb)),
    configured as (select * from ${records(overlay.configured)} as x(grp uuid, before jsonb, after jsonb))
    select l.account_id as "accountId", l.group_id as "groupId"
    from leader l join people p on p.account = l.account_id left join configured c on c.grp = l.group_id
      cross join lateral (select array(select e.role from group_eligible_role e where e.group_id = l.group_id) as stored) s
      cross join lateral (select coalesce(texts(c.before -> 'eligibleRoles'), s.stored) as before,
        array(select x from unnest(coalesce(texts(c.after -> 'eligibleRoles'), s.stored)) x
          where x <> all(${texts(overlay.rolesDeleted)})) as after) e
    where l.flagged_at is null and cardinality(e.after) > 0 and not texts(p.held_after) && e.after
      and (p.owner_before or cardinality(e.before) = 0 or texts(p.held_before) && e.before)
    order by 1, 2`);
}
