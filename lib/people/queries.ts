/** People as administrators see them, and as anybody sees them who may look at profiles. */
import { sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { fold } from "@/lib/fold";
import { type GroupLine, type LineRow, lineColumns, toLine } from "@/lib/groups/line";
import { reachesGroup, seesGroup } from "@/lib/groups/visible";
import { iso } from "@/lib/moment";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";

const PAGE = 25;
const LONGEST_QUERY = 80;
/** Sorts after every text that begins like the query. */
const LAST = "\u{10ffff}";

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly emailProven: boolean;
  readonly active: boolean;
  readonly owner: boolean;
  /** labels of the global roles given to them directly */
  readonly roles: readonly string[];
  readonly since: string;
}

interface PersonRow extends PersonLine {
  name_key: string;
}

/** By name, all or those whose name or address begins like this; null without the right to administer people. */
export async function listPeople(
  viewer: Viewer,
  { q, after }: { readonly q?: string | null; readonly after?: string | null },
): Promise<Page<PersonLine> | null> {
  if (!decideGlobal(viewer, "people.administer").allowed) return null;
  const key = decodeCursor(after, ["text", "id"]);
  const wanted = fold((q ?? "").slice(0, LONGEST_QUERY).replaceAll(/[\0\p{Cs}]/gu, " "));
  const begins = (column: string) => sql`(${sql.identifier(column)} >= ${wanted}::text collate "C"
    and ${sql.identifier(column)} < ${wanted + LAST}::text collate "C")`;
  const rows = await viewer.portal.store.reader.rows<PersonRow>(sql`
    select a.id, a.name, a.name_key, a.email, a.email_proven_at is not null as "emailProven", a.active, a.owner,
      array(select r.label from account_role x join global_role r on r.name = x.role
        where x.account_id = a.id order by r.position, r.name) as roles,
      ${iso(sql`a.created_at`)} as since
    from account a
    where ${wanted ? sql`(${begins("name_key")} or ${begins("email_key")})` : sql`true`}
      and ${key ? sql`(a.name_key, a.id) > (${key[0]}::text collate "C", ${key[1]}::uuid)` : sql`true`}
    order by a.name_key, a.id limit ${PAGE + 1}`);
  return pageOf(
    rows,
    PAGE,
    (row) => [row.name_key, row.id],
    ({ name_key: _key, ...line }) => line,
  );
}

export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly own: boolean;
  readonly groups: Page<GroupLine>;
}

/**
 * A person with those of their groups that the reader sees and whose members the reader may list; about oneself, all.
 * Null without the right to look at profiles, and for an account that is not there or not active.
 */
export async function findPerson(viewer: Viewer, accountId: string, after?: string | null): Promise<Profile | null> {
  const own = viewer.account?.active === true && viewer.account.id === accountId;
  if (!own && !decideGlobal(viewer, "profile.view").allowed) return null;
  const key = decodeCursor(after, ["text", "id"]);
  const { reader } = viewer.portal.store;
  const [person] = await reader.rows<{ id: string; name: string }>(sql`
    select a.id, a.name from account a where a.id = ${uuidOf(accountId)}::uuid and a.active`);
  if (!person) return null;
  const rows = await reader.rows<LineRow>(sql`
    select ${lineColumns(viewer)}
    from membership x join groups g on g.id = x.group_id join group_type t on t.name = g.type
    where x.account_id = ${person.id}::uuid and ${seesGroup(viewer)}
      and ${own ? sql`true` : reachesGroup(viewer, "member.list")}
      and ${key ? sql`(g.name_key, g.id) > (${key[0]}::text collate "C", ${key[1]}::uuid)` : sql`true`}
    order by g.name_key, g.id limit ${PAGE + 1}`);
  const page = pageOf(
    rows,
    PAGE,
    (row) => [row.nameKey, row.id],
    (row) => toLine(viewer, row),
  );
  return { ...person, own, groups: { lines: page.lines.filter((line) => line !== null), next: page.next } };
}
