/** The members of a group, in the order in which they came, for those who may know who they are. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { findSituation } from "@/lib/groups/facts";
import { type May, mayIn } from "@/lib/groups/may";
import { iso, milliseconds, momentAt } from "@/lib/moment";
import { mayViewProfiles } from "@/lib/people/queries/may-view-profiles";
import { mayGiveRoles, mayRemove, type Seat } from "@/lib/policy/ceilings";
import { sees } from "@/lib/policy/decide";
import type { Policy } from "@/lib/policy/facts";
import { policyViewer } from "@/lib/policy/viewer";
import { heldRoles, type Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";

const PAGE = 25;

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

export interface MemberLine {
  readonly account: { readonly id: string; readonly name: string };
  readonly own: boolean;
  readonly roles: readonly { readonly name: string; readonly label: string }[];
  readonly leads: boolean;
  readonly how: "joined" | "link" | "request" | "added" | "created";
  readonly since: string;
  readonly until: string | null;
  readonly title: string;
  /** one's own, and everybody's to those who administer members; else null */
  readonly note: string | null;
  /** the viewer may remove them, as far as standing goes; the last administrator is asked when it happens */
  readonly removable: boolean;
  /** the same for changing their roles, and for setting an end */
  readonly changeable: { readonly roles: boolean; readonly until: boolean };
}

interface MemberRow {
  id: string;
  name: string;
  active: boolean;
  owner: boolean;
  held: string[];
  roles: string[];
  leads: boolean;
  how: MemberLine["how"];
  pending: "join" | "leave" | null;
  since: string;
  since_ms: number;
  until: string | null;
  title: string;
  note: string;
}

interface ListRow {
  roles: { name: string; label: string }[];
  lines: MemberRow[];
}

/** Null where the viewer may not list them, and where there is no such group for them. */
export async function listMembers(viewer: Viewer, slug: string, after?: string | null): Promise<MemberList | null> {
  const key = decodeCursor(after, ["number", "id"]);
  return membersWhere(
    viewer,
    slug,
    key ? sql`(m.since, m.account_id) > (${momentAt(key[0] ?? "0")}, ${key[1]}::uuid)` : sql`true`,
  );
}

export type OneMember = Omit<MemberList, "lines" | "next"> & { readonly member: MemberLine };

/** One of them; null besides where that account is not a member. */
export async function findMember(viewer: Viewer, slug: string, accountId: string): Promise<OneMember | null> {
  const list = await membersWhere(viewer, slug, sql`m.account_id = ${uuidOf(accountId)}::uuid`);
  const [member] = list?.lines ?? [];
  return list && member
    ? { group: list.group, may: list.may, profiles: list.profiles, roles: list.roles, member }
    : null;
}

async function membersWhere(viewer: Viewer, slug: string, condition: SQL): Promise<MemberList | null> {
  const { reader } = viewer.portal.store;
  const found = await findSituation(reader, viewer, { slug });
  if (!found || !sees(viewer, found.situation)) return null;
  const { situation, group } = found;
  const may = mayIn(viewer, situation);
  if (!may.listMembers) return null;
  const [list] = await reader.rows<ListRow>(listStatement(group.id, condition));
  const { roles, lines } = list ?? { roles: [], lines: [] };
  const keyOf = (row: MemberRow) => [row.since_ms, row.id];
  return {
    ...pageOf(lines, PAGE, keyOf, (row) => lineOf(viewer.policy, { viewer, situation }, may, roles, row)),
    group: { slug: group.slug, name: group.name, restricted: situation.group.restricted },
    may,
    profiles: mayViewProfiles(viewer),
    roles: roles.map((role) => ({
      ...role,
      givable: may.assignRoles && mayGiveRoles({ viewer, situation }, [role.name]),
    })),
  };
}

function listStatement(groupId: string, condition: SQL): SQL {
  return sql`
    select (select coalesce(json_agg(json_build_object('name', r.name, 'label', r.label) order by r.position, r.name), '[]')
        from group_role r join groups g on g.type = r.type where g.id = ${groupId}::uuid and r.kind = 'custom') as roles,
      (select coalesce(json_agg(line order by line.since_ms, line.id), '[]') from (
        select a.id, a.name, a.active, a.owner, h.held, m.how, m.title, m.note, ${iso(sql`m.since`)} as since,
          ${milliseconds(sql`m.since`)} as since_ms, ${iso(sql`m.until`)} as until,
          array(select mr.role from membership_role mr
            where mr.group_id = m.group_id and mr.account_id = m.account_id) as roles,
          exists (select 1 from leader l where l.group_id = m.group_id and (l.account_id = a.id or exists (
            select 1 from membership lm where lm.group_id = l.leader_group_id and lm.account_id = a.id))) as leads,
          (select r.kind from request r
            where r.group_id = m.group_id and r.account_id = a.id and r.status = 'pending') as pending
        from membership m join account a on a.id = m.account_id cross join lateral (${heldRoles(sql`a.id`)}) h
        where m.group_id = ${groupId}::uuid and ${condition}
        order by m.since, m.account_id limit ${PAGE + 1}) line) as lines`;
}

function lineOf(policy: Policy, actor: Seat, may: May, typeRoles: ListRow["roles"], row: MemberRow): MemberLine {
  const { id, name, active, owner, leads, how, since, until, title } = row;
  const own = actor.viewer.account?.id === id;
  const target: Seat = {
    viewer: policyViewer(policy, { id, active, owner }, row.held),
    situation: { ...actor.situation, standing: { member: true, roles: row.roles, leads, pending: row.pending } },
  };
  const below = (may.removeMembers || may.assignRoles || may.setUntil) && mayRemove(actor, target);
  return {
    ...{ account: { id, name }, own, leads, how, since, until, title },
    roles: typeRoles.filter((role) => row.roles.includes(role.name)),
    note: own || may.setUntil ? row.note : null,
    removable: may.removeMembers && below,
    changeable: { roles: may.assignRoles && below, until: may.setUntil && below },
  };
}
