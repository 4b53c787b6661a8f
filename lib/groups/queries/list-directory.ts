/** The directory: every group that the viewer sees, by name, a page at a time, at a cost that does not grow with it. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { decideGlobal } from "@/lib/policy/decide";
import { type SeesReach, seesReach } from "@/lib/policy/reach";
import type { Viewer } from "@/lib/session/viewer";
import { type Can, canDo } from "../can";
import { type GroupLine, type LineRow, lineColumns, toLine } from "../line";
import { type Scope, visibleGroups } from "../scans";
import { type Search, searchFor } from "../search";
import { seesGroup } from "../visible";

export const DIRECTORY_PAGE = 24;

export interface DirectoryQuery {
  readonly q?: string | null;
  /** a type's name; one that does not exist finds nothing */
  readonly type?: string | null;
  readonly can?: Can | null;
  /** `next` of the page before; anything else begins at the start */
  readonly after?: string | null;
  /** lines on a page, if not as many as the directory shows */
  readonly size?: number;
}

/** `sign-in`: a visitor to whom the directory is closed. `mine`: an account that finds its own groups only. */
export type Directory = ({ readonly kind: "list" } & Page<GroupLine>) | { readonly kind: "sign-in" | "mine" };

export async function listDirectory(viewer: Viewer, query: DirectoryQuery): Promise<Directory> {
  const closed = closedDirectory(viewer);
  if (closed) return closed;
  const rows = await viewer.portal.store.reader.rows<DirectoryRow>(directoryStatement(viewer, query));
  const page = pageOf(rows, query.size ?? DIRECTORY_PAGE, keyOf, (row) => toLine(viewer, row));
  return { kind: "list", lines: page.lines.filter((line) => line !== null), next: page.next };
}

/** What those find instead whom the directory is closed to; null if it is open. */
export function closedDirectory(viewer: Viewer): { kind: "sign-in" | "mine" } | null {
  if (decideGlobal(viewer, "directory.view").allowed) return null;
  return { kind: viewer.account?.active ? "mine" : "sign-in" };
}

interface DirectoryRow extends LineRow {
  readonly tier: number;
}

const keyOf = (row: DirectoryRow) => [row.tier, row.nameKey, row.id] as const;

/** Exported for the tests, which ask for its plan and take its predicate apart. */
export function directoryStatement(
  viewer: Viewer,
  query: DirectoryQuery,
  reached: SeesReach = seesReach(viewer, viewer.policy),
): SQL {
  const search = searchFor(query.q);
  const after = decodeCursor(query.after, ["number", "text", "id"]);
  const page = search ? searchPage(viewer, query, reached, search, after) : namePage(viewer, query, reached, after);
  return sql`
    with page as materialized (${page})
    select p.tier, found.* from page p cross join lateral (
      select ${lineColumns(viewer)} from groups g join group_type t on t.name = g.type where g.id = p.id offset 0) found
    order by p.tier, p.name_key, p.id`;
}

/** One more than is shown tells whether there are others. */
const limitOf = ({ size = DIRECTORY_PAGE }: DirectoryQuery): number => size + 1;

/** Columns `tier`, `name_key`, `id`. */
function namePage(viewer: Viewer, query: DirectoryQuery, reached: SeesReach, after: Key, search?: Search): SQL {
  const scope: Scope = {
    ...narrowed(query),
    limit: limitOf(query),
    window: (nameKey, id) => sql`${search?.begins(nameKey) ?? sql`true`} and ${isAfter(nameKey, id, after, 0)}`,
  };
  return sql`select 0 as tier, v.name_key, v.id from (${visibleGroups(viewer, reached, scope)}) v
    order by v.name_key, v.id limit ${limitOf(query)}`;
}

/** Each tier is looked at when those before it do not fill the page, the last when they hold nothing at all. */
function searchPage(viewer: Viewer, query: DirectoryQuery, reached: SeesReach, search: Search, after: Key): SQL {
  const { type, can } = narrowed(query);
  const limit = limitOf(query);
  const visible = seesGroup(viewer, reached);
  const kept = sql`${type ? sql`g.type = ${type}` : sql`true`} and ${visible} and ${can ? canDo(viewer, can) : sql`true`}`;
  const tier = (n: number, condition: SQL, unless: SQL) => sql`
    select ${n}::int as tier, g.name_key, g.id from groups g
    where not ${unless} and ${condition} and ${kept} and ${isAfter(sql`g.name_key`, sql`g.id`, after, n)}
    order by g.name_key, g.id limit ${limit}`;
  const full = (...tiers: SQL[]) =>
    sql`(${sql.join(
      tiers.map((name) => sql`(select count(*) from ${name})`),
      sql` + `,
    )} >= ${limit})`;
  const exact = sql`exists (select 1 from groups g
    where (${search.begins(sql`g.name_key`)} or ${search.contains} or ${search.holdsWords}) and ${visible})`;
  const [near, containing, wording] = [sql`near`, sql`containing`, sql`wording`];
  return sql`
    with near as materialized (${namePage(viewer, query, reached, after, search)}),
      containing as materialized (${tier(1, search.contains, full(near))}),
      wording as materialized (${tier(2, search.holdsWords, full(near, containing))}),
      resembling as materialized (${tier(3, search.resembles, sql`(${full(near, containing, wording)} or ${exact})`)})
    select * from (select * from near union all select * from containing union all select * from wording
      union all select * from resembling) tiers
    order by tier, name_key, id limit ${limit}`;
}

type Key = readonly string[] | null;

function isAfter(nameKey: SQL, id: SQL, after: Key, tier: number): SQL {
  const reached = after ? Number(after[0]) : 0;
  if (!after || tier > reached) return sql`true`;
  if (tier < reached) return sql`false`;
  return sql`(${nameKey}, ${id}) > (${after[1]}::text collate "C", ${after[2]}::uuid)`;
}

function narrowed({ type, can }: DirectoryQuery): Pick<Scope, "type" | "can"> {
  return { type: type ? sql`${type.replaceAll("\0", "")}::text` : null, can: can ?? null };
}
