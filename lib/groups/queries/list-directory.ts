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
}

/** `sign-in`: a visitor to whom the directory is closed. `mine`: an account that finds its own groups only. */
export type Directory = ({ readonly kind: "list" } & Page<GroupLine>) | { readonly kind: "sign-in" | "mine" };

export async function listDirectory(viewer: Viewer, query: DirectoryQuery): Promise<Directory> {
  const closed = closedDirectory(viewer);
  if (closed) return closed;
  const rows = await viewer.portal.store.reader.rows<DirectoryRow>(directoryStatement(viewer, query));
  const page = pageOf(rows, DIRECTORY_PAGE, keyOf, (row) => toLine(viewer, row));
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

const LIMIT = DIRECTORY_PAGE + 1;

/** Columns `tier`, `name_key`, `id`. */
function namePage(viewer: Viewer, query: DirectoryQuery, reached: SeesReach, after: Key, search?: Search): SQL {
  const scope: Scope = {
    ...narrowed(query),
    limit: LIMIT,
    window: (nameKey, id) => sql`${search?.begins(nameKey) ?? sql`true`} and ${isAfter(nameKey, id, after, "0")}`,
  };
  return sql`select 0 as tier, v.name_key, v.id from (${visibleGroups(viewer, reached, scope)}) v
    order by v.name_key, v.id limit ${LIMIT}`;
}

/** What only resembles the query is looked for when the names that begin with it do not fill the page. */
function searchPage(viewer: Viewer, query: DirectoryQuery, reached: SeesReach, search: Search, after: Key): SQL {
  const { type, can } = narrowed(query);
  return sql`
    with near as materialized (${namePage(viewer, query, reached, after, search)})
    select * from (
      select tier, name_key, id from near
      union all
      (select f.tier, f.name_key, f.id from (
          select ${search.tier} as tier, g.name_key, g.id from groups g
          where (select count(*) from near) < ${LIMIT} and ${search.matches} and not (${search.begins(sql`g.name_key`)})
            and ${type ? sql`g.type = ${type}` : sql`true`} and ${seesGroup(viewer, reached)}
            and ${can ? canDo(viewer, can) : sql`true`} offset 0) f
        where ${after ? sql`(f.tier, f.name_key, f.id) > (${after[0]}::int, ${after[1]}::text, ${after[2]}::uuid)` : sql`true`}
        order by f.tier, f.name_key, f.id limit ${LIMIT})) merged
    order by tier, name_key, id limit ${LIMIT}`;
}

type Key = readonly string[] | null;

function isAfter(nameKey: SQL, id: SQL, after: Key, tier: string): SQL {
  if (!after) return sql`true`;
  if (after[0] !== tier) return sql`false`;
  return sql`(${nameKey}, ${id}) > (${after[1]}::text collate "C", ${after[2]}::uuid)`;
}

function narrowed({ type, can }: DirectoryQuery): Pick<Scope, "type" | "can"> {
  return { type: type ? sql`${type.replaceAll("\0", "")}::text` : null, can: can ?? null };
}
