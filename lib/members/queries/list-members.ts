/** The members of a group, for those who may know who they are: all, or those that fit, in one of two orders. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { findSituation } from "@/lib/groups/facts";
import { type May, mayIn } from "@/lib/groups/may";
import { momentAt } from "@/lib/moment";
import { mayViewProfiles } from "@/lib/people/queries/may-view-profiles";
import { mayGiveRoles } from "@/lib/policy/ceilings";
import { sees } from "@/lib/policy/decide";
import { beginsWith, queryKey } from "@/lib/prefix";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";
import { type ListRow, lineOf, listStatement, type MemberLine, type MemberSort, type Way } from "./member-lines";

const PAGE = 25;

export interface MemberQuery {
  /** how a name begins */
  readonly q?: string | null;
  /** name of a custom role */
  readonly role?: string | null;
  readonly how?: Way | null;
  /** only those whose membership ends by itself */
  readonly ends?: boolean;
  readonly sort?: MemberSort;
  readonly after?: string | null;
}

export interface MemberList extends Page<MemberLine> {
  readonly group: { readonly slug: string; readonly name: string; readonly restricted: boolean };
  readonly may: Pick<
    May,
    "addMembers" | "removeMembers" | "assignRoles" | "setUntil" | "appointLeaders" | "explainOthers"
  >;
  /** names lead to pages about people */
  readonly profiles: boolean;
  /** custom roles of the type, in their order; `givable`: the viewer holds there whatever the role gives */
  readonly roles: readonly { readonly name: string; readonly label: string; readonly givable: boolean }[];
}

/** Null where the viewer may not list them, and where there is no such group for them. */
export async function listMembers(
  viewer: Viewer,
  slug: string,
  query: MemberQuery = {},
  size = PAGE,
): Promise<MemberList | null> {
  const { sort = "since" } = query;
  return membersWhere(viewer, slug, sql`${fits(query)} and ${behind(query.after, sort)}`, sort, size);
}

/** Those of `accountIds` who are members, at most a page of them, by name; null as above. */
export async function listChosenMembers(
  viewer: Viewer,
  slug: string,
  accountIds: readonly string[],
): Promise<MemberList | null> {
  const ids = accountIds.map(uuidOf).filter((id) => id !== null);
  return membersWhere(viewer, slug, sql`m.account_id = any(${sql.param(ids)}::uuid[])`, "name", PAGE);
}

export type OneMember = Omit<MemberList, "lines" | "next"> & { readonly member: MemberLine };

/** One of them; null besides where that account is not a member. */
export async function findMember(viewer: Viewer, slug: string, accountId: string): Promise<OneMember | null> {
  const list = await membersWhere(viewer, slug, sql`m.account_id = ${uuidOf(accountId)}::uuid`, "since", PAGE);
  const [member] = list?.lines ?? [];
  return list && member
    ? { group: list.group, may: list.may, profiles: list.profiles, roles: list.roles, member }
    : null;
}

/** Those of whom `condition` holds, over the membership `m` and the account `a`; null as above. */
export async function membersWhere(
  viewer: Viewer,
  slug: string,
  condition: SQL,
  sort: MemberSort,
  size: number,
): Promise<MemberList | null> {
  const { reader } = viewer.portal.store;
  const found = await findSituation(reader, viewer, { slug });
  if (!found || !sees(viewer, found.situation)) return null;
  const { situation, group } = found;
  const may = mayIn(viewer, situation);
  if (!may.listMembers) return null;
  const [list] = await reader.rows<ListRow>(listStatement(group.id, condition, sort, size + 1));
  const { roles, lines } = list ?? { roles: [], lines: [] };
  return {
    ...pageOf(
      lines,
      size,
      (row) => [sort === "name" ? row.name_key : row.since_ms, row.id],
      (row) => lineOf(viewer.policy, { viewer, situation }, may, roles, row),
    ),
    group: { slug: group.slug, name: group.name, restricted: situation.group.restricted },
    may,
    profiles: mayViewProfiles(viewer),
    roles: roles.map((role) => ({
      ...role,
      givable: may.assignRoles && mayGiveRoles({ viewer, situation }, [role.name]),
    })),
  };
}

function behind(after: string | null | undefined, sort: MemberSort): SQL {
  const key = decodeCursor(after, [sort === "name" ? "text" : "number", "id"]);
  if (!key) return sql`true`;
  const [value = "", id] = key;
  return sort === "name"
    ? sql`(a.name_key, a.id) > (${value}::text collate "C", ${id}::uuid)`
    : sql`(m.since, m.account_id) > (${momentAt(value)}, ${id}::uuid)`;
}

export function fits({ q, role, how, ends }: MemberQuery): SQL {
  const begins = queryKey(q);
  const conditions = [
    begins === "" ? null : beginsWith(sql`a.name_key`, begins),
    role
      ? sql`exists (select 1 from membership_role fit where fit.group_id = m.group_id and fit.account_id = m.account_id
          and fit.role = ${role.replaceAll("\0", "")}::text)`
      : null,
    how ? sql`m.how = ${how}::text` : null,
    ends ? sql`m.until is not null` : null,
  ].filter((one) => one !== null);
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}
