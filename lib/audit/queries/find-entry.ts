/** One line of the log, with what else was done by the same request. */
import { sql } from "drizzle-orm";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { narrowed } from "../filters";
import { type LogLine, type LogRow, lineColumns, lineOf } from "../line";
import { sightOf } from "../sight";
import { readableGroup, readLog } from "./list-log";

export interface LogEntry {
  readonly line: LogLine;
  /** the first lines of the same request, in the order in which they were written, itself included */
  readonly together: readonly LogLine[];
  /** there are more of them */
  readonly more: boolean;
}

const TOGETHER = 25;

/** Null without the right to read the log, and for a line that is not there or is about a group that is not, for them. */
export async function findEntry(viewer: Viewer, id: string): Promise<LogEntry | null> {
  return decideGlobal(viewer, "audit.view").allowed ? entryWhere(viewer, id, null) : null;
}

/** A line about one group, for those who may read that one's log. */
export async function findGroupEntry(viewer: Viewer, slug: string, id: string): Promise<LogEntry | null> {
  const group = await readableGroup(viewer, slug);
  return group ? entryWhere(viewer, id, group) : null;
}

async function entryWhere(viewer: Viewer, id: string, group: string | null): Promise<LogEntry | null> {
  const number = /^[1-9]\d{0,14}$/.test(id) ? id : null;
  const sight = sightOf(viewer);
  const ofGroup = group ? sql`a.group_id = ${group}::uuid` : sql`true`;
  const [row] = await viewer.portal.store.reader.rows<LogRow>(sql`
    select ${lineColumns(viewer)} from audit a ${sight.join}
    where a.id = ${number}::bigint and ${ofGroup} and ${sight.where}`);
  if (!row) return null;
  const line = lineOf(row);
  const { lines, next } = await readLog(viewer, narrowed({ request: line.request, group }), { size: TOGETHER });
  return { line, together: lines.toReversed(), more: next !== null };
}
