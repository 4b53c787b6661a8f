/** The log, newest first: the whole of it for those who may read it, of one group for those who may read that one's. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor, type Page, pageOf } from "@/lib/cursor";
import { findSituation } from "@/lib/groups/facts";
import { decide, decideGlobal, sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { behindLine, type LogQuery, type Narrowed, narrowed } from "../filters";
import { type LogLine, type LogRow, lineColumns, lineOf } from "../line";
import { type Sight, sightOf } from "../sight";

export const LOG_PAGE = 50;
/** So many lines are looked through for one page; whoever wants to look through older ones goes on to the next. */
export const WINDOW = 5_000;

export interface LogPage extends Page<LogLine> {
  /** it ends where so many lines were looked through, not where it is full */
  readonly cut: boolean;
}

export interface Paging {
  readonly after?: string | null;
  readonly size?: number;
}

/** Null without the right to read the log. Groups that the reader does not see are in none of its lines. */
export async function listLog(viewer: Viewer, query: LogQuery, paging: Paging = {}): Promise<LogPage | null> {
  if (!decideGlobal(viewer, "audit.view").allowed) return null;
  return readLog(viewer, narrowed(query), paging);
}

/** Null where there is no such group for the viewer, and where its log is not theirs to read. */
export async function listGroupLog(
  viewer: Viewer,
  slug: string,
  query: LogQuery,
  paging: Paging = {},
): Promise<LogPage | null> {
  const group = await readableGroup(viewer, slug);
  return group ? readLog(viewer, narrowed({ ...query, group }), paging) : null;
}

/** Its id. */
export async function readableGroup(viewer: Viewer, slug: string): Promise<string | null> {
  const found = await findSituation(viewer.portal.store.reader, viewer, { slug });
  if (!found || !sees(viewer, found.situation)) return null;
  return decide(viewer, found.situation, "audit.view").allowed ? found.group.id : null;
}

export async function readLog(viewer: Viewer, where: Narrowed, paging: Paging): Promise<LogPage> {
  const size = paging.size ?? LOG_PAGE;
  const key = decodeCursor(paging.after, ["number", "number"]);
  const { reader } = viewer.portal.store;
  const rows = await reader.rows<LogRow>(logStatement(viewer, where, key, size));
  const page = pageOf(rows, size, (row) => [row.ms, row.id], lineOf);
  if (page.next !== null) return { ...page, cut: false };
  const [last] = await reader.rows<{ ms: number; id: number }>(windowEnd(where, key));
  return { ...page, next: last ? encodeCursor([last.ms, last.id]) : null, cut: last !== undefined };
}

/** Tests alone take the sight away. */
export function logStatement(
  viewer: Viewer,
  where: Narrowed,
  key: readonly string[] | null,
  size: number,
  sight: Sight = sightOf(viewer),
): SQL {
  return sql`select ${lineColumns(viewer)}
    from (${windowOf(where, key, sql`a.*`)} limit ${WINDOW}) a ${sight.join}
    where ${where.kept} and ${sight.where}
    order by ${newestFirst(where)} limit ${size + 1}`;
}

/** The last line that was looked through, if there were as many as are looked through at most. */
function windowEnd(where: Narrowed, key: readonly string[] | null): SQL {
  const columns = sql`(extract(epoch from a.at) * 1000)::float8 as ms, a.id::float8 as id`;
  return sql`${windowOf(where, key, columns)} offset ${WINDOW - 1} limit 1`;
}

function windowOf(where: Narrowed, key: readonly string[] | null, columns: SQL): SQL {
  return sql`select ${columns} from audit a where ${where.driven} and ${behindLine(key)} order by ${newestFirst(where)}`;
}

const newestFirst = ({ by }: Narrowed): SQL => sql`${by ? sql`${by} desc, ` : sql``}a.at desc, a.id desc`;
