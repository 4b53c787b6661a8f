/** Memberships that one save of site-wide rights ended by itself, for those who administer permissions. */
import { sql } from "drizzle-orm";
import { seesGroup } from "@/lib/groups/visible";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";

export interface EndedMembership {
  readonly account: string;
  readonly person: string;
  readonly group: string;
  readonly groupName: string;
  /** they are in the group again */
  readonly back: boolean;
}

export interface Ended {
  /** everything, in numbers, whoever may see it */
  readonly people: number;
  readonly groups: number;
  readonly memberships: number;
  /** those of them that have not begun again, in groups that the reader sees */
  readonly missing: number;
  /** those in groups that the reader sees, the first 200 by group and name */
  readonly shown: readonly EndedMembership[];
}

const SHOWN = 200;

/** What one save of site-wide rights ended by itself; whatever else a request did is nothing of the kind. */
const endedBy = (request: string) => sql`
  select distinct a.account_id, a.account_name, a.group_id from audit a
  where a.request_id = ${request}::uuid and a.event = 'member.pruned' and exists (
    select 1 from audit c where c.request_id = a.request_id and c.type is null
      and c.event in ('permission.granted', 'permission.revoked'))`;

const isBack = sql`exists (select 1 from membership m where m.group_id = g.id and m.account_id = e.account_id)`;

/** Null without the right to administer permissions, and for a request that ended no membership. */
export async function findEnded(viewer: Viewer, request: string): Promise<Ended | null> {
  const id = uuidOf(request);
  if (!id || !decideGlobal(viewer, "permission.administer").allowed) return null;
  const [row] = await viewer.portal.store.reader.rows<Ended>(sql`
    with ended as materialized (${endedBy(id)})
    select count(distinct e.account_id)::int as people, count(distinct e.group_id)::int as groups,
      count(*)::int as memberships,
      (select count(*)::int from ended e join groups g on g.id = e.group_id
        where ${seesGroup(viewer)} and not ${isBack}) as missing,
      (select coalesce(json_agg(x), '[]') from (
        select e.account_id as account, e.account_name as person, g.slug as "group", g.name as "groupName",
          ${isBack} as back
        from ended e join groups g on g.id = e.group_id where ${seesGroup(viewer)}
        order by g.name_key, g.id, e.account_name, e.account_id limit ${SHOWN}) x) as shown
    from ended e`);
  return row && row.memberships > 0 ? row : null;
}

export interface MissingMembership {
  readonly account: string;
  readonly person: string;
  readonly group: string;
  readonly groupId: string;
}

/** Who of them is still not in, in groups that the viewer sees: the first `most`. Empty where `findEnded` finds nothing. */
export async function listMissing(
  viewer: Viewer,
  request: string,
  most: number,
): Promise<readonly MissingMembership[]> {
  const id = uuidOf(request);
  if (!id || !decideGlobal(viewer, "permission.administer").allowed) return [];
  return viewer.portal.store.reader.rows<MissingMembership>(sql`
    select e.account_id as account, e.account_name as person, g.slug as "group", g.id as "groupId"
    from (${endedBy(id)}) e join groups g on g.id = e.group_id where ${seesGroup(viewer)} and not ${isBack}
    order by g.name_key, g.id, e.account_name, e.account_id limit ${most}`);
}
