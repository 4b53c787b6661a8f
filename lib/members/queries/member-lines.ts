/** Lines of a list of members: the statement that gathers them, and what a viewer is told of each. */
import { type SQL, sql } from "drizzle-orm";
import type { May } from "@/lib/groups/may";
import { iso, milliseconds } from "@/lib/moment";
import { mayRemove, type Seat } from "@/lib/policy/ceilings";
import type { Policy } from "@/lib/policy/facts";
import { policyViewer } from "@/lib/policy/viewer";
import { heldRoles } from "@/lib/session/viewer";
import type { WAYS } from "../schema";

export type Way = (typeof WAYS)[number];

export interface MemberLine {
  readonly account: { readonly id: string; readonly name: string };
  readonly own: boolean;
  readonly roles: readonly { readonly name: string; readonly label: string }[];
  readonly leads: boolean;
  readonly how: Way;
  /** who added them, or approved their request; null to those who only read the list */
  readonly by: string | null;
  /** label of the join link that they came by; null to those who do not manage links there */
  readonly link: string | null;
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

export interface TypeRole {
  readonly name: string;
  readonly label: string;
}

export interface MemberRow {
  id: string;
  name: string;
  name_key: string;
  active: boolean;
  owner: boolean;
  held: string[];
  roles: string[];
  leads: boolean;
  how: Way;
  by: string | null;
  link: string | null;
  pending: "join" | "leave" | null;
  since: string;
  since_ms: number;
  until: string | null;
  title: string;
  note: string;
}

export interface ListRow {
  roles: TypeRole[];
  lines: MemberRow[];
}

export type MemberSort = "since" | "name";

const ORDERS: Readonly<Record<MemberSort, { readonly rows: SQL; readonly lines: SQL }>> = {
  since: { rows: sql`m.since, m.account_id`, lines: sql`line.since_ms, line.id` },
  name: { rows: sql`a.name_key, a.id`, lines: sql`line.name_key collate "C", line.id` },
};

/** Custom roles of the group's type in their order, and the first `limit` members that fit. */
export function listStatement(groupId: string, condition: SQL, sort: MemberSort, limit: number): SQL {
  const order = ORDERS[sort];
  return sql`
    select (select coalesce(json_agg(json_build_object('name', r.name, 'label', r.label) order by r.position, r.name), '[]')
        from group_role r join groups g on g.type = r.type where g.id = ${groupId}::uuid and r.kind = 'custom') as roles,
      (select coalesce(json_agg(line order by ${order.lines}), '[]') from (
        select a.id, a.name, a.name_key, a.active, a.owner, h.held, m.how, m.title, m.note, ${iso(sql`m.since`)} as since,
          ${milliseconds(sql`m.since`)} as since_ms, ${iso(sql`m.until`)} as until,
          (select x.name from account x where x.id = m.by_id) as by,
          (select k.label from join_link k where k.id = m.link_id and k.group_id = m.group_id) as link,
          array(select mr.role from membership_role mr
            where mr.group_id = m.group_id and mr.account_id = m.account_id) as roles,
          exists (select 1 from leader l where l.group_id = m.group_id and (l.account_id = a.id or exists (
            select 1 from membership lm where lm.group_id = l.leader_group_id and lm.account_id = a.id))) as leads,
          (select r.kind from request r
            where r.group_id = m.group_id and r.account_id = a.id and r.status = 'pending') as pending
        from membership m join account a on a.id = m.account_id cross join lateral (${heldRoles(sql`a.id`)}) h
        where m.group_id = ${groupId}::uuid and ${condition}
        order by ${order.rows} limit ${limit}) line) as lines`;
}

/** Whether somebody may change anything about the members of a group: to them it is told who let whom in. */
export const tendsMembers = (may: May): boolean =>
  may.addMembers || may.removeMembers || may.assignRoles || may.setUntil || may.decideRequests || may.viewLog;

export function lineOf(
  policy: Policy,
  actor: Seat,
  may: May,
  typeRoles: readonly TypeRole[],
  row: MemberRow,
): MemberLine {
  const { id, name, active, owner, leads, how, since, until, title } = row;
  const own = actor.viewer.account?.id === id;
  const target: Seat = {
    viewer: policyViewer(policy, { id, active, owner }, row.held),
    situation: { ...actor.situation, standing: { member: true, roles: row.roles, leads, pending: row.pending } },
  };
  const below = (may.removeMembers || may.assignRoles || may.setUntil) && mayRemove(actor, target);
  return {
    ...{ account: { id, name }, own, leads, how, since, until, title },
    by: own || tendsMembers(may) ? row.by : null,
    link: may.manageLinks ? row.link : null,
    roles: typeRoles.filter((role) => row.roles.includes(role.name)),
    note: own || may.setUntil ? row.note : null,
    removable: may.removeMembers && below,
    changeable: { roles: may.assignRoles && below, until: may.setUntil && below },
  };
}
