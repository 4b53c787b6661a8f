/** Pending requests as those see them who decide: for a group, and for several. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { slugOf } from "@/lib/groups/address";
import { findSituation } from "@/lib/groups/facts";
import { meOf, ownGroups, reachesGroup, seesGroup } from "@/lib/groups/visible";
import { iso, milliseconds, momentAt } from "@/lib/moment";
import type { DecideRequestAnswer } from "@/lib/policy/answers/decide-request";
import { decide, sees } from "@/lib/policy/decide";
import { reach } from "@/lib/policy/reach";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";
import { withRefused } from "./meaning";

export const PAGE = 25;

export interface RequestGroup {
  readonly slug: string;
  readonly name: string;
  readonly picture: string;
  readonly colour: string;
}

/** Which pending requests: all, or those that fit. */
export interface RequestQuery {
  /** the group's address */
  readonly group?: string | null;
  readonly kind?: "join" | "leave" | null;
  /** only those by a join link */
  readonly link?: boolean;
  /** only those that have waited for so many days */
  readonly days?: number | null;
  /** only those made by then */
  readonly upTo?: string | null;
  readonly after?: string | null;
}

/** A pending request as those see it who decide it. */
export interface ReviewLine {
  readonly id: string;
  readonly groupId: string;
  readonly group: RequestGroup;
  readonly account: { readonly id: string; readonly name: string };
  readonly kind: "join" | "leave";
  readonly note: string;
  readonly madeAt: string;
  /** for how many whole days it has waited */
  readonly days: number;
  /** what approving would be answered now, where that is a refusal for the requester's sake and is asked for: `withRefused` */
  readonly refused: DecideRequestAnswer | null;
  /** they came by a join link */
  readonly byLink: boolean;
  /** to let them go takes the roles that the group gives, and whatever hangs on those */
  readonly takesRoles: boolean;
  /** one's own: somebody else has to decide it */
  readonly own: boolean;
}

interface ReviewRow extends RequestGroup {
  id: string;
  group_id: string;
  account_id: string;
  account_name: string;
  kind: "join" | "leave";
  note: string;
  made_at: string;
  made_ms: number;
  days: number;
  by_link: boolean;
  takes_roles: boolean;
}

const reviewColumns = sql`r.id, g.id as group_id, g.slug, g.name, g.picture, g.colour, a.id as account_id, a.name as account_name, r.kind,
  r.note, ${iso(sql`r.created_at`)} as made_at, ${milliseconds(sql`r.created_at`)} as made_ms,
  greatest(0, floor(extract(epoch from portal_now() - r.created_at) / 86400))::int as days, r.link_id is not null as by_link,
  r.kind = 'leave' and exists (select 1 from group_conferred_role c where c.group_id = g.id) as takes_roles`;

/** Pending requests that the viewer may decide, in every group, oldest first; never one's own. */
export async function listInbox(viewer: Viewer, query: RequestQuery = {}, size = PAGE): Promise<Page<ReviewLine>> {
  if (!viewer.account?.active) return { lines: [], next: null };
  const rows = await viewer.portal.store.reader.rows<ReviewRow>(sql`
    select ${reviewColumns} ${inbox(viewer)} and ${fits(query)} ${behind(query.after, "asc")}
    order by r.created_at, r.id limit ${size + 1}`);
  return reviewPage(viewer, rows, size);
}

/** Those of them that are named by their group's address and their account. */
export async function listNamedRequests(
  viewer: Viewer,
  named: readonly { readonly group: string; readonly account: string }[],
): Promise<readonly ReviewLine[]> {
  if (!viewer.account?.active || named.length === 0) return [];
  const rows = await viewer.portal.store.reader.rows<ReviewRow>(sql`
    select ${reviewColumns} ${inbox(viewer)} and (g.slug, r.account_id) in (
      select x."group", x.account from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as x("group" text, account uuid))
    order by r.created_at, r.id limit ${named.length + 1}`);
  return reviewPage(viewer, rows, named.length).lines;
}

/** The moment of the database, to which a list of them is true. */
export async function currentMoment(viewer: Viewer): Promise<string | null> {
  const [row] = await viewer.portal.store.reader.rows<{ at: string }>(sql`select ${iso(sql`portal_now()`)} as at`);
  return row?.at ?? null;
}

export interface WaitingGroup {
  readonly slug: string;
  readonly name: string;
  readonly count: number;
}

const LOOKED_AT = 1_000;

/** Where the oldest thousand of them wait: at most twenty groups, the fullest first. */
export async function listWaitingGroups(viewer: Viewer): Promise<readonly WaitingGroup[]> {
  if (!viewer.account?.active) return [];
  return viewer.portal.store.reader.rows<WaitingGroup>(sql`
    select few.slug, few.name, count(*)::int as count from (
      select g.slug, g.name, g.name_key ${inbox(viewer)} order by r.created_at, r.id limit ${LOOKED_AT}) few
    group by few.slug, few.name, few.name_key order by count(*) desc, few.name_key, few.slug limit 20`);
}

/** How many wait, counted to 100: known of every account, and counted for whoever is only looked as. */
export async function countWaiting(viewer: Viewer): Promise<number> {
  if (!viewer.behind || !viewer.account?.active) return viewer.waiting;
  const [row] = await viewer.portal.store.reader.rows<{ waiting: number }>(
    sql`select count(*)::int as waiting from (select 1 ${inbox(viewer)} limit 100) few`,
  );
  return row?.waiting ?? 0;
}

/** Pending requests of one group, oldest first; null for those who may not decide them, and where there is no group. */
export function listGroupRequests(
  viewer: Viewer,
  slug: string,
  query: Omit<RequestQuery, "group"> = {},
): Promise<Page<ReviewLine> | null> {
  return groupRequestsWhere(viewer, slug, sql`and ${fits(query)} ${behind(query.after, "asc")}`);
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
  const page = reviewPage(viewer, rows, PAGE);
  return { ...page, lines: await withRefused(viewer, page.lines, found) };
}

/** From where, and which: what the viewer may decide. */
function inbox(viewer: Viewer): SQL {
  return sql`from request r join groups g on g.id = r.group_id join account a on a.id = r.account_id
    where r.status = 'pending' and r.account_id <> ${meOf(viewer)} and ${nearby(viewer)}
      and ${viewer.account?.owner ? sql`true` : sql`not g.restricted`}
      and ${seesGroup(viewer)} and ${reachesGroup(viewer, "request.decide")}`;
}

function fits({ group, kind, link, days, upTo }: RequestQuery): SQL {
  const conditions = [
    group ? sql`g.slug = ${slugOf(group)}::text` : null,
    kind ? sql`r.kind = ${kind}::text` : null,
    link ? sql`r.link_id is not null` : null,
    days ? sql`r.created_at <= portal_now() - make_interval(days => ${days}::int)` : null,
    upTo ? sql`r.created_at <= ${upTo}::timestamptz` : null,
  ].filter((one) => one !== null);
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

/** Whoever's rights end at their own groups is not kept waiting for a look at everybody's. */
function nearby(viewer: Viewer): SQL {
  const { everything, manage, types } = reach(viewer, viewer.policy, "request.decide");
  const far = everything || manage || [...types.values()].some(({ outside }) => outside.admin || outside.granted);
  return far ? sql`true` : sql`r.group_id in (${ownGroups(viewer)})`;
}

export function behind(after: string | null | undefined, order: "asc" | "desc"): SQL {
  const [moment, id] = decodeCursor(after, ["number", "id"]) ?? [];
  if (!moment || !id) return sql``;
  const than = order === "asc" ? sql`>` : sql`<`;
  // A cursor counts milliseconds, and so does the column.
  return sql`and (r.created_at, r.id) ${than} (${momentAt(moment)}, ${id}::uuid)`;
}

function reviewPage(viewer: Viewer, rows: readonly ReviewRow[], size: number): Page<ReviewLine> {
  return pageOf(
    rows,
    size,
    (row) => [row.made_ms, row.id],
    ({ group_id, slug, name, picture, colour, account_id, account_name, ...row }) => ({
      ...{ id: row.id, groupId: group_id, kind: row.kind, note: row.note, madeAt: row.made_at, days: row.days },
      ...{ refused: null, byLink: row.by_link, takesRoles: row.takes_roles },
      group: { slug, name, picture, colour },
      account: { id: account_id, name: account_name },
      own: account_id === viewer.account?.id,
    }),
  );
}
