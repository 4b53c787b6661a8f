/** Requests as whoever made them sees them. */
import { sql } from "drizzle-orm";
import { type Page, pageOf } from "@/lib/cursor";
import { meOf, seesGroup } from "@/lib/groups/visible";
import { iso, milliseconds } from "@/lib/moment";
import type { Viewer } from "@/lib/session/viewer";
import { behind, PAGE, type RequestGroup } from "./queries";

/** One's own request, of whatever end. `group` is null where one does not see the group any more. */
export interface MyRequestLine {
  readonly id: string;
  readonly group: RequestGroup | null;
  readonly kind: "join" | "leave";
  readonly status: "pending" | "approved" | "rejected" | "withdrawn" | "closed";
  readonly note: string;
  readonly reason: string;
  readonly madeAt: string;
  readonly decidedAt: string | null;
}

interface MyRow extends RequestGroup {
  id: string;
  kind: "join" | "leave";
  status: MyRequestLine["status"];
  note: string;
  reason: string;
  made_at: string;
  made_ms: number;
  decided_at: string | null;
  seen: boolean;
}

/** One's own requests, newest first. */
export async function listMyRequests(viewer: Viewer, after?: string | null): Promise<Page<MyRequestLine>> {
  const rows = await viewer.portal.store.reader.rows<MyRow>(sql`
    select r.id, g.slug, g.name, g.picture, g.colour, r.kind, r.status, r.note, r.reason,
      ${iso(sql`r.created_at`)} as made_at, ${milliseconds(sql`r.created_at`)} as made_ms,
      ${iso(sql`r.decided_at`)} as decided_at, ${seesGroup(viewer)} as seen
    from request r join groups g on g.id = r.group_id
    where r.account_id = ${meOf(viewer)} ${behind(after, "desc")}
    order by r.created_at desc, r.id desc limit ${PAGE + 1}`);
  return pageOf(
    rows,
    PAGE,
    (row) => [row.made_ms, row.id],
    ({ id, slug, name, picture, colour, kind, status, note, reason, made_at, decided_at, seen }) => ({
      ...{ id, kind, status, note, reason, madeAt: made_at, decidedAt: decided_at },
      group: seen ? { slug, name, picture, colour } : null,
    }),
  );
}
