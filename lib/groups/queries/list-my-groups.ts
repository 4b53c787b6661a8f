/** The groups that the viewer is in or leads, internal ones included: those are managed for them. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { iso } from "@/lib/moment";
import type { Viewer } from "@/lib/session/viewer";
import { type GroupLine, type LineRow, lineColumns, toLine } from "../line";
import { searchFor } from "../search";
import { rolesThatRequest, stayingSentence } from "../staying";
import { heldGroups, meOf, textArray } from "../visible";

const PAGE = 24;

export interface MyGroupLine extends GroupLine {
  /** null for a group that one only leads */
  readonly since: string | null;
  readonly until: string | null;
  /** labels of one's custom roles there */
  readonly roles: readonly string[];
  /** how one came in, and who approved or added one, if somebody did; null for a group that one only leads */
  readonly came: {
    readonly how: "joined" | "link" | "request" | "added" | "created";
    readonly by: string | null;
  } | null;
  /** what one's place there rests on, in one sentence */
  readonly staying: string | null;
}

interface MyRow extends LineRow {
  since: string | null;
  until: string | null;
  role_labels: string[];
  how: NonNullable<MyGroupLine["came"]>["how"] | null;
  by: string | null;
  request_labels: string[];
  eligible_labels: string[];
}

/** All of them by name, or those whose name or text holds `q`. */
export async function listMyGroups(
  viewer: Viewer,
  after?: string | null,
  q?: string | null,
): Promise<Page<MyGroupLine>> {
  if (!viewer.account?.active) return { lines: [], next: null };
  const me = meOf(viewer);
  const key = decodeCursor(after, ["text", "id"]);
  const behind = key ? sql`(g.name_key, g.id) > (${key[0]}::text collate "C", ${key[1]}::uuid)` : sql`true`;
  const search = searchFor(q);
  const held = search
    ? sql`(${search.begins(sql`g.name_key`)} or ${search.contains} or ${search.holdsWords})`
    : sql`true`;
  const rows = await viewer.portal.store.reader.rows<MyRow>(sql`
    with mine as (${heldGroups(viewer)}),
    page as materialized (
      select x.id, x.name_key from mine cross join lateral (
        select g.id, g.name_key from groups g where g.id = mine.group_id and ${behind} and ${held} offset 0) x
      order by x.name_key, x.id limit ${PAGE + 1})
    select found.* from page p cross join lateral (
      select ${lineColumns(viewer)}, ${iso(sql`ms.since`)} as since, ${iso(sql`ms.until`)} as until,
        array(select r.label from membership_role mr join group_role r on r.type = mr.type and r.name = mr.role
          where mr.group_id = g.id and mr.account_id = ${me} order by r.position, r.name) as role_labels,
        ms.how, (select b.name from account b where b.id = ms.by_id) as by,
        ${labelsOf(sql`r.name = any(${textArray(rolesThatRequest(viewer.policy, viewer))})`)} as request_labels,
        ${labelsOf(sql`r.name = any(${textArray(viewer.globalRoles)})
          and exists (select 1 from group_eligible_role e where e.group_id = g.id and e.role = r.name)`)} as eligible_labels
      from groups g join group_type t on t.name = g.type
        left join membership ms on ms.group_id = g.id and ms.account_id = ${me}
      where g.id = p.id offset 0) found
    order by p.name_key, p.id`);
  const page = pageOf(
    rows,
    PAGE,
    (row) => [row.nameKey, row.id],
    (row) => toMyLine(viewer, row),
  );
  return { lines: page.lines.filter((line) => line !== null), next: page.next };
}

const labelsOf = (those: SQL): SQL =>
  sql`array(select r.label from global_role r where ${those} order by r.position, r.name)`;

function toMyLine(viewer: Viewer, row: MyRow): MyGroupLine | null {
  const line = toLine(viewer, row);
  const { since, until, role_labels: roles, how, by } = row;
  return line && { ...line, since, until, roles, came: how && { how, by }, staying: how && stayingOf(viewer, row) };
}

function stayingOf(viewer: Viewer, row: MyRow): string {
  return stayingSentence({
    added: row.how === "added",
    owner: viewer.account?.owner ?? false,
    public: row.public,
    requestBy: row.request_labels,
    keptFor: row.eligibleRoles.length > 0,
    eligibleBy: row.eligible_labels,
  });
}
