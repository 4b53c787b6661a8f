/** The log about oneself, for one's own file: what happened, when, and by whose doing, though others are not named. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { meOf, seesGroup } from "@/lib/groups/visible";
import { iso, milliseconds, momentAt } from "@/lib/moment";
import type { Viewer } from "@/lib/session/viewer";

export interface LineAbout {
  readonly event: string;
  readonly at: string;
  /** null where there is none, and where one does not see it now */
  readonly group: { readonly name: string; readonly address: string } | null;
  readonly by: "you" | "somebody else" | "the portal";
  readonly role: string | null;
  readonly cause: string | null;
  readonly reason: string | null;
  /** of one's own account alone: in a group they may tell of others */
  readonly before: unknown;
  readonly after: unknown;
}

const CHUNK = 1_000;

/** All of them, oldest first, read in chunks by the log's own index. */
export async function linesAbout(read: Reader, viewer: Viewer): Promise<LineAbout[]> {
  const lines: LineAbout[] = [];
  for (let [ms, after] = [0, 0]; ; ) {
    const rows = await read.rows<LineAbout & { id: number; ms: number }>(sql`
      select x.id::float8 as id, ${milliseconds(sql`x.at`)} as ms, x.event, ${iso(sql`x.at`)} as at, case when g.id is not null and ${seesGroup(viewer)}
          then json_build_object('name', g.name, 'address', '/groups/' || g.slug) end as "group",
        case when x.actor_id is null then 'the portal' when x.actor_id = ${meOf(viewer)} then 'you'
          else 'somebody else' end as by, x.role, x.cause, x.reason,
        case when x.group_id is null then x.before end as before, case when x.group_id is null then x.after end as after
      from audit x left join groups g on g.id = x.group_id
      where x.account_id = ${meOf(viewer)} and (x.at, x.id) > (${momentAt(String(ms))}, ${after}::bigint)
      order by x.at, x.id limit ${CHUNK}`);
    lines.push(...rows.map(({ id: _id, ms: _ms, ...line }) => line));
    const last = rows.at(-1);
    if (!last || rows.length < CHUNK) return lines;
    [ms, after] = [last.ms, last.id];
  }
}
