/** Who is in charge of a group, for those who may know its members. */
import { type SQL, sql } from "drizzle-orm";
import { findSituation } from "@/lib/groups/facts";
import { type Count, counted } from "@/lib/groups/line";
import { mayIn } from "@/lib/groups/may";
import { reachesGroup, seesGroup } from "@/lib/groups/visible";
import { iso } from "@/lib/moment";
import { GROUP_PERMISSIONS, groupPermissionsOf } from "@/lib/policy/catalogue";
import { sees } from "@/lib/policy/decide";
import type { TypeTable } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";
import { isLeftOut, membersLeading } from "./eligible";

/** More leaders than this are not shown; nobody has that many. */
const LIMIT = 200;

export interface LeaderList {
  readonly group: { readonly slug: string; readonly name: string };
  /** the viewer may appoint and dismiss, as far as the permission goes */
  readonly mayAppoint: boolean;
  /** labels of what the Leader column gives here; `everything`: the flag for all that is possible is among it */
  readonly brings: { readonly labels: readonly string[]; readonly everything: boolean };
  /** labels of the roles that the group is kept for; none: everybody */
  readonly eligible: readonly string[];
  readonly lines: readonly LeaderLine[];
}

/** Exactly one of the two; both null stands for a leader group that the viewer does not see. */
export interface LeaderLine {
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly leaderGroup: LeaderGroup | null;
  readonly since: string;
  /** who appointed them; null where nobody is known to have */
  readonly by: { readonly id: string; readonly name: string } | null;
  /** is not one of those that the group is kept for, now, and leads on */
  readonly leftOut: boolean;
  /** since when it is known that they stopped being one */
  readonly leftOutSince: string | null;
}

export interface LeaderGroup {
  readonly slug: string;
  readonly name: string;
  /** its members, and those of them who are not eligible for what they lead; null for those who may not list them */
  readonly members: Count | null;
  readonly leftOut: number | null;
}

interface LeaderRow {
  account_id: string | null;
  account_name: string | null;
  slug: string | null;
  name: string | null;
  members: number | null;
  members_left_out: number | null;
  since: string;
  by_id: string | null;
  by_name: string | null;
  left_out: boolean | null;
  flagged: string | null;
  eligible: string[];
}

export async function listLeaders(viewer: Viewer, slug: string): Promise<LeaderList | null> {
  const { reader } = viewer.portal.store;
  const found = await findSituation(reader, viewer, { slug });
  if (!found || !sees(viewer, found.situation)) return null;
  const may = mayIn(viewer, found.situation);
  if (!may.listMembers && !may.appointLeaders) return null;
  const rows = await reader.rows<LeaderRow>(leadersStatement(viewer, found.group.id));
  const { slug: address, name } = found.group;
  return {
    group: { slug: address, name },
    mayAppoint: may.appointLeaders,
    brings: bringsOf(found.situation.table),
    eligible: rows[0]?.eligible ?? [],
    lines: rows.map(lineOf),
  };
}

/** Counted are the first of a group's members, to as many as are shown. */
function leadersStatement(viewer: Viewer, groupId: string): SQL {
  return sql`
    select a.id as account_id, a.name as account_name, shown.slug, shown.name, shown.members, shown.members_left_out,
      ${iso(sql`l.created_at`)} as since, b.id as by_id, b.name as by_name, ${isLeftOut(sql`a`)} as left_out,
      ${iso(sql`l.flagged_at`)} as flagged, array(select r.label from group_eligible_role e
        join global_role r on r.name = e.role where e.group_id = g.id order by r.position, r.name) as eligible
    from leader l join groups g on g.id = l.group_id
      left join account a on a.id = l.account_id left join account b on b.id = l.by_id
      left join lateral (select count(*)::int as found, count(*) filter (where ${isLeftOut(sql`la`)})::int as left_out
        from ${membersLeading()} few join account la on la.id = few.account_id) of on l.leader_group_id is not null
      left join lateral (select g.slug, g.name, case when ${reachesGroup(viewer, "member.list")} then of.found end as members,
          case when ${reachesGroup(viewer, "member.list")} then of.left_out end as members_left_out
        from groups g where g.id = l.leader_group_id and ${seesGroup(viewer)}) shown on true
    where l.group_id = ${groupId}::uuid
    order by a.name_key nulls last, l.created_at, l.id limit ${LIMIT}`;
}

function bringsOf(table: TypeTable): LeaderList["brings"] {
  const held = table.columns.get("leader")?.permissions ?? new Set();
  const possible = table.content ? groupPermissionsOf([...table.content]) : GROUP_PERMISSIONS;
  const rows = possible.filter(({ key, holders }) => held.has(key) && holders.includes("leader"));
  return { labels: rows.map(({ label }) => label), everything: held.has("group.administer") };
}

function lineOf(row: LeaderRow): LeaderLine {
  const { account_id, account_name, slug, name, by_id, by_name } = row;
  return {
    account: account_id && account_name !== null ? { id: account_id, name: account_name } : null,
    leaderGroup:
      slug && name
        ? { slug, name, members: row.members === null ? null : counted(row.members), leftOut: row.members_left_out }
        : null,
    since: row.since,
    by: by_id && by_name !== null ? { id: by_id, name: by_name } : null,
    leftOut: row.account_id !== null && row.left_out === true,
    leftOutSince: row.flagged,
  };
}
