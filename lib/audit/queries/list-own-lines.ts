/** What the log says of oneself: what one did, and what was done to one. */
import { sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import type { Viewer } from "@/lib/session/viewer";
import { behindLine } from "../filters";
import { type LogLine, type LogRow, lineColumns, lineOf } from "../line";
import { sightOf } from "../sight";

const LINES = 1_000;

/** A page of at most a thousand, newest first; of groups that one does not see now there is none. Nothing for visitors. */
export async function listOwnLines(viewer: Viewer, after?: string | null): Promise<Page<LogLine>> {
  const me = viewer.account?.id;
  if (!me) return { lines: [], next: null };
  const behind = behindLine(decodeCursor(after, ["number", "number"]));
  const sight = sightOf(viewer);
  // Two walks over an index each; whoever does something to themself is in both.
  const part = (column: "actor" | "account") => sql`(select a.* from audit a
    where ${column === "actor" ? sql`a.actor_id` : sql`a.account_id`} = ${me}::uuid and ${behind}
    order by a.at desc, a.id desc)`;
  const rows = await viewer.portal.store.reader.rows<LogRow>(sql`
    select ${lineColumns(viewer)} from (
      ${part("account")} union all (select o.* from ${part("actor")} o where o.account_id is distinct from ${me}::uuid)
      order by at desc, id desc) a ${sight.join}
    where ${sight.where} order by a.at desc, a.id desc limit ${LINES + 1}`);
  return pageOf(rows, LINES, (row) => [row.ms, row.id], lineOf);
}
