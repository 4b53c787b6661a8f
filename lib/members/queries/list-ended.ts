/** Memberships that one change of site-wide rights or roles ended by itself, for those who administer permissions. */
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
  /** labels of the site-wide roles that were deleted by it, as they were */
  readonly roles: readonly string[];
  /** rights were given or taken by it, too */
  readonly rights: boolean;
  /** those in groups that the reader sees, the first 200 by group and name */
  readonly shown: readonly EndedMembership[];
}

const SHOWN = 200;

/** What a request changed of site-wide rights and roles; a type's own have its name beside them. */
const changesOf = (request: string) => sql`audit c where c.request_id = ${request}::uuid and c.type is null
  and c.event in ('permission.granted', 'permission.revoked', 'role.deleted')`;

/** What such a change ended by itself; whatever else a request did is nothing of the kind. */
const endingsOf = (request: string) => sql`audit a where a.request_id = ${request}::uuid and a.event = 'member.pruned'
  and exists (select 1 from ${changesOf(request)})`;

const endedBy = (request: string) =>
  sql`select distinct a.account_id, a.account_name, a.group_id from ${endingsOf(request)}`;

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
      (select coalesce(json_agg(coalesce(c.before ->> 'label', c.role) order by c.id), '[]')
        from ${changesOf(id)} and c.event = 'role.deleted') as roles,
      exists (select 1 from ${changesOf(id)} and c.event <> 'role.deleted') as rights,
      (select coalesce(json_agg(x), '[]') from (
        select e.account_id as account, e.account_name as person, g.slug as "group", g.name as "groupName",
          ${isBack} as back
        from ended e join groups g on g.id = e.group_id where ${seesGroup(viewer)}
        order by g.name_key, g.id, e.account_name, e.account_id limit ${SHOWN}) x) as shown
    from ended e`);
  return row && row.memberships > 0 ? row : null;
}

/** Whether `findEnded` finds something, without counting it. */
export async function findAnyEnded(viewer: Viewer, request: string): Promise<boolean> {
  const id = uuidOf(request);
  if (!id || !decideGlobal(viewer, "permission.administer").allowed) return false;
  const [row] = await viewer.portal.store.reader.rows(sql`select 1 from ${endingsOf(id)} limit 1`);
  return row !== undefined;
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
