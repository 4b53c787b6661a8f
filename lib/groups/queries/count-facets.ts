/** How many groups the viewer would find by type and by what they can do, counted after what they may see. */
import { type SQL, sql } from "drizzle-orm";
import { type SeesReach, seesReach } from "@/lib/policy/reach";
import type { Viewer } from "@/lib/session/viewer";
import { CAN, type Can, canDo } from "../can";
import { COUNTED, type Count, counted } from "../line";
import { type Scope, visibleGroups } from "../scans";
import { type Search, searchFor } from "../search";
import { seesGroup } from "../visible";
import { closedDirectory, type DirectoryQuery } from "./list-directory";

export interface Facets {
  /** types in which something is found, in their order; counted under the chosen `can` */
  readonly types: readonly (Count & { readonly name: string; readonly label: string })[];
  /** counted under the chosen type */
  readonly can: readonly (Count & { readonly can: Can })[];
}

interface FacetsRow {
  types: { name: string; label: string; found: number }[];
  can: number[];
}

export async function countFacets(viewer: Viewer, query: Omit<DirectoryQuery, "after">): Promise<Facets> {
  if (closedDirectory(viewer)) return { types: [], can: [] };
  const [row] = await viewer.portal.store.reader.rows<FacetsRow>(facetsStatement(viewer, query));
  return {
    types: (row?.types ?? []).map(({ name, label, found }) => ({ name, label, ...counted(found) })),
    can: CAN.map((can, n) => ({ can, ...counted(row?.can[n] ?? 0) })),
  };
}

export function facetsStatement(
  viewer: Viewer,
  query: Omit<DirectoryQuery, "after">,
  reached: SeesReach = seesReach(viewer, viewer.policy),
): SQL {
  const search = searchFor(query.q);
  const count = search ? countFound(viewer) : countVisible(viewer, reached);
  const chosenType = query.type ? sql`${query.type.replaceAll("\0", "")}::text` : null;
  const cans = CAN.map((can) => sql`(${count(chosenType, can)})`);
  return sql`
    with found as materialized (${search ? matching(viewer, reached, search) : sql`select null`})
    select (select coalesce(json_agg(json_build_object('name', t.name, 'label', t.label, 'found', c.found)
        order by t.position, t.name) filter (where c.found > 0), '[]')
      from group_type t cross join lateral (${count(sql`t.name`, query.can ?? null)}) c) as types,
    array[${sql.join(cans, sql`, `)}] as can`;
}

type Counting = (type: SQL | null, can: Can | null) => SQL;

const LIMIT = COUNTED + 1;

/** Exact to the limit: a scan that was cut short has by itself as many groups as are counted. */
function countVisible(viewer: Viewer, reached: SeesReach): Counting {
  return (type, can) => {
    const scope: Scope = { type, can, limit: LIMIT, window: () => sql`true` };
    return sql`select count(*)::int as found from (
      select 1 from (${visibleGroups(viewer, reached, scope)}) v limit ${LIMIT}) few`;
  };
}

function matching(viewer: Viewer, reached: SeesReach, search: Search): SQL {
  const found = (condition: SQL) => sql`select g.id, g.type from groups g
    where ${condition} and ${seesGroup(viewer, reached)}`;
  return sql`
    with exact as materialized (${found(search.begins(sql`g.name_key`))} union all ${found(search.contains)}
      union all ${found(search.holdsWords)})
    select id, type from exact
    union all ${found(sql`not exists (select 1 from exact) and ${search.resembles}`)}`;
}

function countFound(viewer: Viewer): Counting {
  return (type, can) => sql`select count(*)::int as found from (
    select 1 from found f where ${type ? sql`f.type = ${type}` : sql`true`}
      and ${can ? sql`(select ${canDo(viewer, can)} from groups g where g.id = f.id)` : sql`true`} limit ${LIMIT}) few`;
}
