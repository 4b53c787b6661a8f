/**
 * How the requests of a group ended, for those who decide them: out of the log, which outlives whoever asked. What they
 * wrote to it stands in the request alone, and goes with them, or when they take it back.
 */
import { sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { findSituation } from "@/lib/groups/facts";
import { iso } from "@/lib/moment";
import { decide, sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";

const PAGE = 25;

export interface DecidedLine {
  readonly id: number;
  readonly end: "approved" | "rejected" | "withdrawn" | "closed";
  /** null where the log of that time does not say */
  readonly kind: "join" | "leave" | null;
  /** `id` null: the account is not there any more */
  readonly account: { readonly id: string | null; readonly name: string };
  /** null where it ended by itself */
  readonly by: string | null;
  /** what whoever asked wrote to it; empty where they took it back */
  readonly note: string;
  readonly reason: string;
  readonly at: string;
}

/** The request that the line `l` tells the end of: both were written in one transaction, and it has one time. */
const askedFor = sql`select r.kind, r.note from request r where r.account_id = l.account_id and r.group_id = l.group_id
  and r.decided_at = l.at and 'request.' || r.status = l.event order by r.created_at desc, r.id limit 1`;

interface DecidedRow extends Omit<DecidedLine, "account" | "end"> {
  event: `request.${DecidedLine["end"]}`;
  account_id: string | null;
  name: string;
}

/** Newest first; null for those who may not decide them, and where there is no such group. */
export async function listDecidedRequests(
  viewer: Viewer,
  slug: string,
  after?: string | null,
): Promise<Page<DecidedLine> | null> {
  const { reader } = viewer.portal.store;
  const found = await findSituation(reader, viewer, { slug });
  if (!found || !sees(viewer, found.situation) || !decide(viewer, found.situation, "request.decide").allowed)
    return null;
  const [behind] = decodeCursor(after, ["number"]) ?? [];
  const rows = await reader.rows<DecidedRow>(sql`
    select l.id::float8 as id, l.event, coalesce(l.after->>'kind', asked.kind) as kind, a.id as account_id,
      coalesce(a.name, l.account_name, '') as name, ${iso(sql`l.at`)} as at, coalesce(l.reason, '') as reason,
      case when l.event = 'request.withdrawn' then '' else coalesce(asked.note, '') end as note, case when l.event = 'request.closed' then null else l.actor_name end as by
    from (select * from audit l where l.group_id = ${found.group.id}::uuid
        and l.event in ('request.approved', 'request.rejected', 'request.withdrawn', 'request.closed')
        ${behind ? sql`and l.id < ${behind}::bigint` : sql``}
        order by l.id desc limit ${PAGE + 1}) l
      left join account a on a.id = l.account_id
      left join lateral (${askedFor}) asked on true
    order by l.id desc`);
  return pageOf(
    rows,
    PAGE,
    ({ id }) => [id],
    ({ id, event, kind, account_id, name, by, note, reason, at }) => ({
      ...{ id, kind, by, note, reason, at, account: { id: account_id, name } },
      end: event.slice("request.".length) as DecidedLine["end"],
    }),
  );
}
