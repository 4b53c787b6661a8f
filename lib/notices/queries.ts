/** What somebody was told, newest first. Groups are named only while the reader sees them: on the page, and in a mail. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { reachesGroup, seesGroup } from "@/lib/groups/visible";
import { iso, milliseconds, momentAt } from "@/lib/moment";
import type { Viewer } from "@/lib/session/viewer";
import { eventsOf, kindOf } from "./sentence";
import { NOTICE_KINDS, type NoticeKind } from "./sentence-kinds";

const PAGE = 25;

export interface NoticeLine {
  readonly id: string;
  /** what belongs to one change shares this */
  readonly requestId: string;
  /** such as `request.approved` */
  readonly event: string;
  readonly at: string;
  readonly read: boolean;
  /** null where the notice is about none, or about one that the reader does not see now */
  readonly group: { readonly slug: string; readonly name: string } | null;
  /** it is about a group, whether or not the reader sees that now */
  readonly aboutGroup: boolean;
  /** the reader may decide requests of that group now */
  readonly mayDecide: boolean;
  readonly actor: string | null;
  /** what the request that it is about is for, while there is that request */
  readonly wish: "join" | "leave" | null;
  /** label of the role it is about */
  readonly role: string | null;
  /**
   * what brought it about by itself: events with what they touch, as in `permission.revoked group.request member`, or with
   * `elsewhere` where that befell another group
   */
  readonly cause: string | null;
  /** label of the role that the cause names last, as it is or as it was when it was deleted */
  readonly causeRole: string | null;
  readonly reason: string | null;
}

interface NoticeRow extends Omit<NoticeLine, "group"> {
  ms: number;
  slug: string | null;
  name: string | null;
}

export interface NoticesAsked {
  readonly after?: string | null;
  readonly unread?: boolean;
  readonly kind?: NoticeKind;
}

export async function listNotices(viewer: Viewer, asked: NoticesAsked = {}): Promise<Page<NoticeLine>> {
  if (!viewer.account) return { lines: [], next: null };
  const key = decodeCursor(asked.after, ["number", "id"]);
  const narrowed = [
    key && sql`and (n.created_at, n.id) < (${momentAt(key[0] ?? "0")}, ${key[1]}::uuid)`,
    asked.unread ? sql`and n.read_at is null` : null,
    asked.kind && sql`and n.event = any(${sql.param(eventsOf(asked.kind))}::text[])`,
  ].filter((one) => one !== null && one !== undefined);
  const rows = await viewer.portal.store.reader.rows<NoticeRow>(
    linesWhere(viewer, sql.join(narrowed, sql` `), sql`order by n.created_at desc, n.id desc limit ${PAGE + 1}`),
  );
  return pageOf(rows, PAGE, (row) => [row.ms, row.id], lineOf);
}

/** Those of these notices that their reader, who is the viewer, wants by mail. */
export async function listNoticesToMail(viewer: Viewer, ids: readonly string[]): Promise<NoticeLine[]> {
  if (!viewer.account) return [];
  const rows = await viewer.portal.store.reader.rows<NoticeRow>(
    linesWhere(viewer, sql`and n.id = any(${sql.param([...ids])}::uuid[])`, sql`order by shown.name, n.id`),
  );
  const choices = await listMailChoices(viewer);
  const wanted = new Set(choices.filter(({ mail }) => mail).map(({ kind }) => kind));
  return rows.map(lineOf).filter(({ event }) => wanted.has(kindOf(event)));
}

function linesWhere(viewer: Viewer, narrowed: SQL, order: SQL): SQL {
  return sql`
    select n.id, n.request_id as "requestId", n.event, ${iso(sql`n.created_at`)} as at,
      ${milliseconds(sql`n.created_at`)} as ms, n.read_at is not null as read, shown.slug, shown.name,
      n.group_id is not null as "aboutGroup", coalesce(shown.decides, false) as "mayDecide", a.name as actor,
      coalesce(gr.label, ${labelOfDeleted(sql`n.role`)}, r.label, n.role) as role, n.cause, n.reason, ${wish} as wish,
      coalesce(${labelOfDeleted(causeNames)}, (select c.label from global_role c where c.name = ${causeNames})) as "causeRole"
    from notice n left join account a on a.id = n.actor_id left join global_role r on r.name = n.role
      left join lateral (select g.slug, g.name, g.type,
          n.event = 'request.made' and ${reachesGroup(viewer, "request.decide")} as decides from groups g
        where g.id = n.group_id and ${seesGroup(viewer)}) shown on true
      left join group_role gr on gr.type = shown.type and gr.name = n.role and gr.kind = 'custom'
    where n.account_id = ${viewer.account?.id ?? null}::uuid ${narrowed} ${order}`;
}

const causeNames = sql`substring(split_part(n.cause, '; ', 1) from '[^ ]+$')`;

/**
 * Of a role that the same change deleted, by the one line of the log that says so. Spelled so that it is looked up by event
 * and moment: by its request PostgreSQL would read the hundred thousand lines of what followed.
 */
const labelOfDeleted = (role: SQL) => sql`(select max(d.before ->> 'label') from audit d
  where (d.event, d.at) >= ('role.deleted', n.created_at) and (d.event, d.at) <= ('role.deleted', n.created_at)
    and d.request_id is not distinct from n.request_id and d.role = ${role})`;

/**
 * The request that the notice came with: made, or ended, by the same transaction, whose moment both bear. What somebody
 * else wishes tells whether they are in the group, so it goes with the group's name.
 */
const wish = sql`case when n.event = 'request.made' then (select q.kind from request q
    where q.account_id = n.actor_id and q.group_id = n.group_id and q.created_at = n.created_at and shown.slug is not null
    order by q.id desc limit 1)
  when n.event like 'request.%' then (select q.kind from request q
    where q.account_id = n.account_id and q.group_id = n.group_id and q.decided_at = n.created_at
    order by q.id desc limit 1) end`;

function lineOf({ ms: _ms, slug, name, ...row }: NoticeRow): NoticeLine {
  return { ...row, group: slug && name ? { slug, name } : null };
}

export interface MailChoice {
  readonly kind: NoticeKind;
  readonly mail: boolean;
}

/** Which kinds the viewer wants by mail; what they said nothing of comes. */
export async function listMailChoices(viewer: Viewer): Promise<MailChoice[]> {
  const off = await viewer.portal.store.reader.rows<{ kind: string }>(sql`
    select kind from notice_preference where account_id = ${viewer.account?.id ?? null}::uuid and not mail`);
  return NOTICE_KINDS.map((kind) => ({ kind, mail: !off.some((one) => one.kind === kind) }));
}
