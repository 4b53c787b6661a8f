/** A group's page for one viewer: what they may read of it, what they may do there, and nothing else. */
import { type SQL, sql } from "drizzle-orm";
import { countOthers } from "@/lib/members/administrators";
import { iso } from "@/lib/moment";
import { isAdministrator, losesLastAdministrator } from "@/lib/policy/ceilings";
import { sees } from "@/lib/policy/decide";
import type { GroupFacts, Situation } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";
import { isGroup, toSituation } from "../facts";
import { type GroupLine, type LineRow, lineColumns, lineOf } from "../line";
import { type May, mayIn } from "../may";
import { groupSentence } from "../sentence";
import { type Stakes, stakesOfJoining, stakesOfLeaving } from "../stakes";
import { type Verb, verbFor } from "../verb";
import { meOf, seesGroup } from "../visible";

export interface GroupPage extends GroupLine {
  /** null for those who only know that the group exists */
  readonly description: string | null;
  readonly sentence: string;
  readonly flags: Pick<GroupFacts, "internal" | "hidden" | "open" | "public" | "restricted" | "published">;
  /** labels of the roles of which one is needed; none: everybody */
  readonly eligible: readonly string[];
  /** labels of the global roles that members hold */
  readonly confers: readonly string[];
  readonly may: May;
  /** those in charge; null for those who may not list members */
  readonly leaders: Leaders | null;
  /** pending requests that the viewer may decide, counted to 100 */
  readonly waiting: number;
  readonly request: { readonly kind: "join" | "leave"; readonly note: string; readonly at: string } | null;
  readonly membership: OwnMembership | null;
  /** what joining, or leaving, gives and takes */
  readonly joining: Stakes | null;
  readonly leaving:
    | (Stakes & { /** labels of global roles that end with it */ readonly roles: readonly string[] })
    | null;
}

export interface Leaders {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** groups whose members lead; those that the viewer does not see are left out */
  readonly groups: readonly { readonly slug: string; readonly name: string }[];
}

export interface OwnMembership {
  readonly since: string;
  readonly until: string | null;
  readonly title: string;
  readonly note: string;
  /** labels of the custom roles on it */
  readonly roles: readonly string[];
}

interface PageRow extends LineRow {
  eligible_labels: string[];
  confer_labels: string[];
  leader_people: Leaders["people"];
  leader_groups: Leaders["groups"];
  waiting: number;
  own_request: GroupPage["request"];
  own_membership: OwnMembership | null;
  /** global roles that nothing but this membership gives to the viewer */
  ending: { name: string; label: string }[];
}

/**
 * Null for a group that is not there and for one that the viewer does not see: one statement in both cases. A second
 * one is asked of an administrator of the group alone.
 */
export async function findGroup(viewer: Viewer, slug: string): Promise<GroupPage | null> {
  const [row] = await viewer.portal.store.reader.rows<PageRow>(pageStatement(viewer, slug));
  const situation = row && toSituation(viewer, row);
  if (!situation || !sees(viewer, situation)) return null;
  return pageFor(viewer, situation, row, await verbOnPage(viewer, situation));
}

function pageFor(viewer: Viewer, situation: Situation, row: PageRow, verb: Verb): GroupPage {
  const may = mayIn(viewer, situation);
  const { member } = situation.standing;
  const { internal, hidden, open, public: isPublic, restricted, published } = situation.group;
  const flags = { internal, hidden, open, public: isPublic, restricted, published };
  return {
    ...lineOf(viewer, situation, row),
    verb,
    description: may.view ? row.description : null,
    sentence: groupSentence(flags, row.eligible_labels),
    ...{ flags, eligible: row.eligible_labels, confers: row.confer_labels, may },
    leaders: may.listMembers ? { people: row.leader_people, groups: row.leader_groups } : null,
    waiting: may.decideRequests ? row.waiting : 0,
    request: row.own_request,
    membership: row.own_membership,
    joining: viewer.account && !member ? stakesOfJoining(viewer.policy, viewer, situation) : null,
    leaving: member ? leavingStakes(viewer, situation, row) : null,
  };
}

function leavingStakes(viewer: Viewer, situation: Situation, { ending }: PageRow): GroupPage["leaving"] {
  const ends = ending.map(({ name }) => name);
  return { ...stakesOfLeaving(viewer.policy, viewer, situation, ends), roles: ending.map(({ label }) => label) };
}

/** Lists do not ask whether somebody is the last administrator; the page does, before it offers to leave. */
async function verbOnPage(viewer: Viewer, situation: Situation): Promise<Verb> {
  const verb = verbFor(viewer, situation, viewer.settings);
  const leaves = verb.kind === "member-leave" || verb.kind === "member-ask-leave";
  if (!viewer.account || !leaves || !isAdministrator({ viewer, situation })) return verb;
  const others = await countOthers(viewer.portal.store.reader, situation.group.id, viewer.account.id);
  const lastAdmin = losesLastAdministrator(viewer, { before: true, after: false, ...others });
  return verbFor(viewer, situation, { ...viewer.settings, lastAdmin });
}

function pageStatement(viewer: Viewer, slug: string): SQL {
  const me = meOf(viewer);
  return sql`select ${lineColumns(viewer)}, ${labels(sql`group_eligible_role`)} as eligible_labels,
      ${labels(sql`group_conferred_role`)} as confer_labels,
      (select coalesce(json_agg(json_build_object('id', few.id, 'name', few.name) order by few.name_key, few.id), '[]')
        from (select a.id, a.name, a.name_key from leader l join account a on a.id = l.account_id
          where l.group_id = page.id order by a.name_key, a.id limit 20) few) as leader_people,
      (select coalesce(json_agg(json_build_object('slug', g.slug, 'name', g.name) order by g.name_key, g.id), '[]')
        from leader l join groups g on g.id = l.leader_group_id
        where l.group_id = page.id and ${seesGroup(viewer)}) as leader_groups,
      (select count(*)::int from (select 1 from request r
        where r.group_id = g.id and r.status = 'pending' and r.account_id is distinct from ${me} limit 100) few) as waiting,
      (select json_build_object('kind', r.kind, 'note', r.note, 'at', ${iso(sql`r.created_at`)}) from request r
        where r.group_id = g.id and r.account_id = ${me} and r.status = 'pending') as own_request,
      (select json_build_object('since', ${iso(sql`m.since`)}, 'until', ${iso(sql`m.until`)}, 'title', m.title,
          'note', m.note, 'roles', array(select r.label from membership_role mr
            join group_role r on r.type = mr.type and r.name = mr.role
            where mr.group_id = m.group_id and mr.account_id = m.account_id order by r.position, r.name))
        from membership m where m.group_id = g.id and m.account_id = ${me}) as own_membership,
      (select coalesce(json_agg(json_build_object('name', r.name, 'label', r.label) order by r.position, r.name), '[]')
        from group_conferred_role x join global_role r on r.name = x.role where x.group_id = g.id
          and not exists (select 1 from account_role ar where ar.account_id = ${me} and ar.role = x.role)
          and not exists (select 1 from membership m join group_conferred_role c on c.group_id = m.group_id
            where m.account_id = ${me} and m.group_id <> x.group_id and c.role = x.role)) as ending
    from groups g join group_type t on t.name = g.type cross join lateral (select g.id) page
    where ${isGroup({ slug })}`;
}

/** Labels of the global roles that a list of the group names. */
function labels(list: SQL): SQL {
  return sql`array(select r.label from ${list} x join global_role r on r.name = x.role
    where x.group_id = g.id order by r.position, r.name)`;
}
