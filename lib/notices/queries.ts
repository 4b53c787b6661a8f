/** What somebody was told, newest first. Groups are named only while the reader sees them. */
import { sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { seesGroup } from "@/lib/groups/visible";
import { iso, milliseconds, momentAt } from "@/lib/moment";
import type { Viewer } from "@/lib/session/viewer";

const PAGE = 25;

export interface NoticeLine {
  readonly id: string;
  /** such as `request.approved` */
  readonly event: string;
  readonly at: string;
  readonly read: boolean;
  /** null where the notice is about none, or about one that the reader does not see now */
  readonly group: { readonly slug: string; readonly name: string } | null;
  /** it is about a group, whether or not the reader sees that now */
  readonly aboutGroup: boolean;
  readonly actor: string | null;
  /** label of the role it is about */
  readonly role: string | null;
  /** what brought it about by itself: events with what they touch, as in `permission.revoked group.request member` */
  readonly cause: string | null;
  /** label of the role that the cause names last, while there is such a role */
  readonly causeRole: string | null;
  readonly reason: string | null;
}

interface NoticeRow extends Omit<NoticeLine, "group"> {
  ms: number;
  slug: string | null;
  name: string | null;
}

export async function listNotices(viewer: Viewer, after?: string | null): Promise<Page<NoticeLine>> {
  if (!viewer.account) return { lines: [], next: null };
  const key = decodeCursor(after, ["number", "id"]);
  const behind = key ? sql`and (n.created_at, n.id) < (${momentAt(key[0] ?? "0")}, ${key[1]}::uuid)` : sql``;
  const rows = await viewer.portal.store.reader.rows<NoticeRow>(sql`
    select n.id, n.event, ${iso(sql`n.created_at`)} as at, ${milliseconds(sql`n.created_at`)} as ms,
      n.read_at is not null as read, shown.slug, shown.name, n.group_id is not null as "aboutGroup", a.name as actor,
      coalesce(gr.label, r.label, n.role) as role, n.cause, n.reason,
      (select c.label from global_role c
        where c.name = substring(split_part(n.cause, '; ', 1) from '[^ ]+$')) as "causeRole"
    from notice n left join account a on a.id = n.actor_id left join global_role r on r.name = n.role
      left join lateral (select g.slug, g.name, g.type from groups g
        where g.id = n.group_id and ${seesGroup(viewer)}) shown on true
      left join group_role gr on gr.type = shown.type and gr.name = n.role and gr.kind = 'custom'
    where n.account_id = ${viewer.account.id}::uuid ${behind}
    order by n.created_at desc, n.id desc limit ${PAGE + 1}`);
  return pageOf(rows, PAGE, (row) => [row.ms, row.id], lineOf);
}

function lineOf({ ms: _ms, slug, name, ...row }: NoticeRow): NoticeLine {
  return { ...row, group: slug && name ? { slug, name } : null };
}
