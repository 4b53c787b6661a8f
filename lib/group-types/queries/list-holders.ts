/** Who and what stands in the way of an end, by name: as far as the reader may know of it, and no further. */
import { type SQL, sql } from "drizzle-orm";
import { reachesGroup, seesGroup } from "@/lib/groups/visible";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";

const NAMED = 8;

interface Place {
  readonly slug: string;
  readonly name: string;
}

export interface Holder {
  readonly person: { readonly id: string; readonly name: string };
  readonly group: Place;
}

/** The first memberships that bear a custom role of a type, in groups whose members the viewer may list. */
export async function listHolders(viewer: Viewer, type: string, role: string): Promise<readonly Holder[]> {
  return namedOf<Holder>(
    viewer,
    sql`
    select json_build_object('id', a.id, 'name', a.name) as person,
      json_build_object('slug', g.slug, 'name', g.name) as group
    from membership_role mr join groups g on g.id = mr.group_id join account a on a.id = mr.account_id
    where mr.type = ${type} and mr.role = ${role} and ${seesGroup(viewer)} and ${reachesGroup(viewer, "member.list")}
    order by a.name_key, a.id, g.name_key, g.id limit ${NAMED}`,
  );
}

/** The first groups of a type that the viewer sees. */
export async function listGroupsOfType(viewer: Viewer, type: string): Promise<readonly Place[]> {
  return namedOf<Place>(
    viewer,
    sql`
    select g.slug, g.name from groups g where g.type = ${type} and ${seesGroup(viewer)}
    order by g.name_key, g.id limit ${NAMED}`,
  );
}

async function namedOf<T>(viewer: Viewer, statement: SQL): Promise<readonly T[]> {
  if (!decideGlobal(viewer, "type.administer").allowed) return [];
  return viewer.portal.store.reader.rows<T>(statement);
}
