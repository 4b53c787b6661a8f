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

interface LeadersMoved {
  /** who stop being eligible; they go on leading, flagged */
  readonly leadersFlagged: Pair[];
  /** who are flagged, and eligible again */
  readonly leadersCleared: Pair[];
}

export async function movedLeaders(read: Reader, overlay: Overlay, counted: readonly Recount[]): Promise<LeadersMoved> {
  const people = counted.map((c) => ({
    ...{ account: c.account_id, owner_before: c.owner_before, owner_after: c.owner_after },
    ...{ held_before: c.held_before, held_after: c.held_after },
  }));
  if (people.length === 0) return { leadersFlagged: [], leadersCleared: [] };
  const rows = await read.rows<Pair & { flagged: boolean }>(sql`
    with people as (select * from ${records(people)}
      as x(account uuid, owner_before boolean, owner_after boolean, held_before jsonb, held_after jsonb)),
    configured as (select * from ${records(overlay.configured)} as x(grp uuid, before jsonb, after jsonb))
    select l.account_id as "accountId", l.group_id as "groupId", l.flagged_at is not null as flagged
    from leader l join people p on p.account = l.account_id left join configured c on c.grp = l.group_id
      cross join lateral (select array(select e.role from group_eligible_role e where e.group_id = l.group_id) as stored) s
      cross join lateral (select coalesce(texts(c.before -> 'eligibleRoles'), s.stored) as before,
        array(select x from unnest(coalesce(texts(c.after -> 'eligibleRoles'), s.stored)) x
          where x <> all(${texts(overlay.rolesDeleted)})) as after) e
      cross join lateral (select
        p.owner_before or cardinality(e.before) = 0 or texts(p.held_before) && e.before as before,
        p.owner_after or cardinality(e.after) = 0 or texts(p.held_after) && e.after as after) eligible
    where case when l.flagged_at is null then eligible.before and not eligible.after else eligible.after end
    order by 1, 2`);
  const pairs = (flagged: boolean): Pair[] =>
    rows.filter((row) => row.flagged === flagged).map(({ accountId, groupId }) => ({ accountId, groupId }));
  return { leadersFlagged: pairs(false), leadersCleared: pairs(true) };
}
