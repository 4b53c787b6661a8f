/** A person as anybody sees them who may look at profiles. */
import { sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { type GroupLine, type LineRow, lineColumns, toLine } from "@/lib/groups/line";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";
import { knowsMember } from "../in-common";
import { mayViewProfiles } from "./may-view-profiles";

const PAGE = 25;

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
  if (!own && !mayViewProfiles(viewer)) return null;
  const key = decodeCursor(after, ["text", "id"]);
  const { reader } = viewer.portal.store;
  const [person] = await reader.rows<{ id: string; name: string }>(sql`
    select a.id, a.name from account a where a.id = ${uuidOf(accountId)}::uuid and a.active`);
  if (!person) return null;
  const rows = await reader.rows<LineRow>(sql`
    select ${lineColumns(viewer)}
    from membership x join groups g on g.id = x.group_id join group_type t on t.name = g.type
    where x.account_id = ${person.id}::uuid and ${knowsMember(viewer, sql`x.account_id`)}
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
