/** The saves of a type's table, from the log, newest first, for those who administer types. */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { iso } from "@/lib/moment";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import type { CellChange } from "../schema-cell";

export interface Save {
  /** what it is called in addresses */
  readonly id: string;
  /** null for the portal itself */
  readonly by: string | null;
  readonly at: string;
  readonly reason: string | null;
  readonly changes: readonly CellChange[];
}

export interface SavesPage {
  readonly saves: readonly Save[];
  /** for the next page */
  readonly next: string | null;
}

const PAGE = 20;

/** Null without the right to administer types. `after`: where the page before ended. */
export async function listSaves(viewer: Viewer, type: string, after: string | null): Promise<SavesPage | null> {
  if (!decideGlobal(viewer, "type.administer").allowed) return null;
  const where = sql`a.type = ${type} and a.after ->> 'version' is not null`;
  return savesWhere(viewer.portal.store.reader, { key: sql`a.after ->> 'version'`, where }, after);
}

interface Source {
  /** what the rows of one save have in common; rows of the log are `a` */
  readonly key: SQL;
  readonly where: SQL;
}

interface SaveRow extends Save {
  last: string;
}

/**
 * Rows of one save lie together in the log, since they were written by one statement: the newest row of each is looked
 * for below the one before, so that a page costs what it shows.
 */
export async function savesWhere(read: Reader, { key, where }: Source, after: string | null): Promise<SavesPage> {
  const from = after !== null && /^\d{1,15}$/.test(after) ? after : null;
  const changes = sql`${where} and a.event in ('permission.granted', 'permission.revoked')`;
  const rows = await read.rows<SaveRow>(sql`
    with recursive save(key, last, n) as (
      (select ${key}, a.id, 1 from audit a where ${changes} and (${from}::bigint is null or a.id <= ${from}::bigint)
        order by a.id desc limit 1)
      union all
      select older.key, older.id, save.n + 1 from save cross join lateral (
        select ${key} as key, a.id from audit a where ${changes} and a.id < save.last and ${key} <> save.key
        order by a.id desc limit 1) older
      where save.n <= ${PAGE}),
    bound as (select *, coalesce(lead(last) over (order by n), 0) as under from save)
    select b.key as id, b.last::text as last, min(a.actor_name) as by, ${iso(sql`min(a.at)`)} as at,
      nullif(min(a.reason), '') as reason,
      json_agg(json_build_object('role', a.role, 'permission', a.permission, 'on', a.event = 'permission.granted')
        order by a.id) as changes
    from bound b join audit a on ${changes} and a.id <= b.last and a.id > b.under
    group by b.key, b.last, b.n order by b.n`);
  const next = rows.at(PAGE)?.last ?? null;
  const saves = rows.slice(0, PAGE).map(({ last: _last, ...save }) => save);
  return { saves, next };
}
