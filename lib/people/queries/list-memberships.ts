/** What somebody is in, leads, waits for and made links to, as far as those know who administer people. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { isLeftOut } from "@/lib/leaders/eligible";
import { iso } from "@/lib/moment";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";
import { knowsMember, knowsThere } from "../in-common";

const PAGE = 25;
/** Leaderships, requests and links: nobody has so many that they need pages. */
const MOST = 50;

export type How = "joined" | "link" | "request" | "added" | "created";

export interface MembershipLine {
  readonly slug: string;
  readonly name: string;
  readonly since: string;
  readonly until: string | null;
  readonly how: How;
  /** who added or approved them, if somebody did and still has an account */
  readonly by: string | null;
  /** labels of the custom roles on it */
  readonly roles: readonly string[];
}

interface MembershipRow extends MembershipLine {
  id: string;
  name_key: string;
}

const rolesOn = sql`array(select r.label from membership_role mr join group_role r on r.type = mr.type and r.name = mr.role
  where mr.group_id = m.group_id and mr.account_id = m.account_id order by r.position, r.name)`;

/** Groups by name, in pages; null without the right to administer people. */
export async function listMemberships(
  viewer: Viewer,
  accountId: string,
  after?: string | null,
): Promise<Page<MembershipLine> | null> {
  if (!decideGlobal(viewer, "people.administer").allowed) return null;
  const key = decodeCursor(after, ["text", "id"]);
  const behind = key ? sql`(g.name_key, g.id) > (${key[0]}::text collate "C", ${key[1]}::uuid)` : sql`true`;
  const rows = await viewer.portal.store.reader.rows<MembershipRow>(sql`
    select g.id, g.slug, g.name, g.name_key, ${iso(sql`m.since`)} as since, ${iso(sql`m.until`)} as until, m.how,
      b.name as by, ${rolesOn} as roles
    from membership m join groups g on g.id = m.group_id left join account b on b.id = m.by_id
    where m.account_id = ${uuidOf(accountId)}::uuid and ${knowsMember(viewer, sql`m.account_id`)} and ${behind}
    order by g.name_key, g.id limit ${PAGE + 1}`);
  return pageOf(
    rows,
    PAGE,
    (row) => [row.name_key, row.id],
    ({ id: _id, name_key: _key, ...line }) => line,
  );
}

interface Somewhere {
  readonly slug: string;
  readonly name: string;
}

export interface AccountTies {
  readonly leads: readonly (Somewhere & {
    readonly since: string;
    /** holds none of the roles that the group is kept for, now */
    readonly leftOut: boolean;
  })[];
  readonly asks: readonly (Somewhere & { readonly kind: "join" | "leave"; readonly since: string })[];
  readonly links: readonly (Somewhere & { readonly id: string; readonly label: string; readonly revoked: boolean })[];
  /** browsers signed in */
  readonly sessions: number;
}

/** What else ties somebody to groups, each group only to whoever may know of it there; null without the right. */
export async function findTies(viewer: Viewer, accountId: string): Promise<AccountTies | null> {
  if (!decideGlobal(viewer, "people.administer").allowed) return null;
  const account = sql`${uuidOf(accountId)}::uuid`;
  const [row] = await viewer.portal.store.reader.rows<AccountTies>(sql`
    select ${tie(
      sql`'since', ${iso(sql`l.created_at`)}, 'leftOut', ${isLeftOut(sql`la`)}`,
      sql`leader l join groups g on g.id = l.group_id join account la on la.id = l.account_id
        where l.account_id = ${account}`,
      knowsThere(viewer, account, "member.list"),
    )} as leads,
      ${tie(
        sql`'kind', l.kind, 'since', ${iso(sql`l.created_at`)}`,
        sql`request l join groups g on g.id = l.group_id where l.account_id = ${account} and l.status = 'pending'`,
        knowsThere(viewer, account, "request.decide"),
      )} as asks,
      ${tie(
        sql`'id', l.id, 'label', l.label, 'revoked', l.revoked_at is not null`,
        sql`join_link l join groups g on g.id = l.group_id where l.maker_id = ${account}`,
        knowsThere(viewer, account, "link.manage"),
      )} as links,
      (select count(*)::int from session s where s.account_id = ${account} and s.expires_at > portal_now()) as sessions`);
  return row ?? null;
}

/** Rows `l` with their group `g` as one array, by name. */
function tie(fields: SQL, from: SQL, condition: SQL): SQL {
  return sql`(select coalesce(json_agg(few.line order by few.name_key, few.made), '[]') from (
    select json_build_object('slug', g.slug, 'name', g.name, ${fields}) as line, g.name_key, l.created_at as made
    from ${from} and ${condition} order by g.name_key, l.created_at limit ${MOST}) few)`;
}
