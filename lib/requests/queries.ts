/** Requests as three people see them: whoever made one, whoever decides for a group, and whoever decides for several. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { findSituation } from "@/lib/groups/facts";
import { meOf, ownGroups, reachesGroup, seesGroup } from "@/lib/groups/visible";
import { iso, milliseconds, momentAt } from "@/lib/moment";
import { decide, sees } from "@/lib/policy/decide";
import { reach } from "@/lib/policy/reach";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";

const PAGE = 25;

export interface RequestGroup {
  readonly slug: string;
  readonly name: string;
  readonly picture: string;
  readonly colour: string;
}

/** A pending request as those see it who decide it. */
export interface ReviewLine {
  readonly id: string;
  readonly group: RequestGroup;
  readonly account: { readonly id: string; readonly name: string };
  readonly kind: "join" | "leave";
  readonly note: string;
  readonly madeAt: string;
  /** they came by a join link */
  readonly byLink: boolean;
  /** one's own: somebody else has to decide it */
  readonly own: boolean;
}

interface ReviewRow extends RequestGroup {
  id: string;
  account_id: string;
  account_name: string;
  kind: "join" | "leave";
  note: string;
  made_at: string;
  made_ms: number;
  by_link: boolean;
}

const reviewColumns = sql`r.id, g.slug, g.name, g.picture, g.colour, a.id as account_id, a.name as account_name, r.kind,
  r.note, ${iso(sql`r.created_at`)} as made_at, ${milliseconds(sql`r.created_at`)} as made_ms, r.link_id is not null as by_link`;

/** Pending requests that the viewer may decide, in every group, oldest first; never one's own. */
export async function listInbox(viewer: Viewer, after?: string | null): Promise<Page<ReviewLine>> {
  if (!viewer.account?.active) return { lines: [], next: null };
  const rows = await viewer.portal.store.reader.rows<ReviewRow>(sql`
    select ${reviewColumns}
    from request r join groups g on g.id = r.group_id join account a on a.id = r.account_id
    where r.status = 'pending' and r.account_id <> ${meOf(viewer)} and ${nearby(viewer)}
      and ${viewer.account.owner ? sql`true` : sql`not g.restricted`}
      and ${seesGroup(viewer)} and ${reachesGroup(viewer, "request.decide")} ${behind(after, "asc")}
    order by r.created_at, r.id limit ${PAGE + 1}`);
  return reviewPage(viewer, rows);
}

/** Pending requests of one group, oldest first; null for those who may not decide them, and where there is no group. */
export function listGroupRequests(
  viewer: Viewer,
  slug: string,
  after?: string | null,
): Promise<Page<ReviewLine> | null> {
  return groupRequestsWhere(viewer, slug, behind(after, "asc"));
}

/** The pending request of one account there; null besides where it has none. */
export async function findGroupRequest(viewer: Viewer, slug: string, accountId: string): Promise<ReviewLine | null> {
  const found = await groupRequestsWhere(viewer, slug, sql`and r.account_id = ${uuidOf(accountId)}::uuid`);
  return found?.lines[0] ?? null;
}

async function groupRequestsWhere(viewer: Viewer, slug: string, condition: SQL): Promise<Page<ReviewLine> | null> {
  const { reader } = viewer.portal.store;
  const found = await findSituation(reader, viewer, { slug });
  if (!found || !sees(viewer, found.situation) || !decide(viewer, found.situation, "request.decide").allowed)
    return null;
  const rows = await reader.rows<ReviewRow>(sql`
    select ${reviewColumns}
    from request r join groups g on g.id = r.group_id join account a on a.id = r.account_id
    where r.group_id = ${found.group.id}::uuid and r.status = 'pending' ${condition}
    order by r.created_at, r.id limit ${PAGE + 1}`);
  return reviewPage(viewer, rows);
}

/** Whoever's rights end at their own groups is not kept waiting for a look at everybody's. */
function nearby(viewer: Viewer): SQL {
  const { everything, manage, types } = reach(viewer, viewer.policy, "request.decide");
  const far = everything || manage || [...types.values()].some(({ outside }) => outside.admin || outside.granted);
  return far ? sql`true` : sql`r.group_id in (${ownGroups(viewer)})`;
}

function behind(after: string | null | undefined, order: "asc" | "desc"): SQL {
  const [moment, id] = decodeCursor(after, ["number", "id"]) ?? [];
  if (!moment || !id) return sql``;
  const than = order === "asc" ? sql`>` : sql`<`;
  // A cursor counts milliseconds, and so does the column.
  return sql`and (r.created_at, r.id) ${than} (${momentAt(moment)}, ${id}::uuid)`;
}

function reviewPage(viewer: Viewer, rows: readonly ReviewRow[]): Page<ReviewLine> {
  return pageOf(
    rows,
    PAGE,
    (row) => [row.made_ms, row.id],
    ({ id, slug, name, picture, colour, kind, note, account_id, account_name, made_at, by_link }) => ({
      ...{ id, kind, note, madeAt: made_at, byLink: by_link },
      group: { slug, name, picture, colour },
      account: { id: account_id, name: account_name },
      own: account_id === viewer.account?.id,
    }),
  );
}

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
