/** Why somebody may or may not do something in a group, for whoever may ask. */
import { type SQL, sql } from "drizzle-orm";
import { actorOf } from "@/lib/gate/site";
import {
  type FactsRow,
  type GroupKey,
  groupFacts,
  isGroup,
  ownStanding,
  standing,
  toSituation,
} from "@/lib/groups/facts";
import { mayIn } from "@/lib/groups/may";
import { isGroupPermission } from "@/lib/policy/catalogue";
import { decideGlobal, sees } from "@/lib/policy/decide";
import { mayExplain } from "@/lib/policy/explain";
import type { PolicyViewer, Situation, Standing } from "@/lib/policy/facts";
import { policyViewer } from "@/lib/policy/viewer";
import { heldRoles, type Viewer } from "@/lib/session/viewer";
import type { Case, Explanation } from "../shape";
import { tell } from "../tell";
import type { Who } from "../who";

export interface Asked {
  readonly group: GroupKey;
  readonly who: Who;
  /** absent: writing posts, which is what people ask about, or else opening the page */
  readonly permission?: string | null;
}

interface Row extends FactsRow {
  readonly type_label: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly role_labels: Readonly<Record<string, string>>;
  readonly subject: SubjectRow | null;
}

interface SubjectRow extends Standing {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly owner: boolean;
  readonly held: readonly string[];
}

interface Subject {
  readonly viewer: PolicyViewer;
  readonly standing: Standing;
  readonly name: string | null;
}

/**
 * Null for a group that the asker does not see as for one that is not there, for a question that is not theirs to ask, and
 * for a person of whom they do not know: one statement in every case.
 */
export async function findExplanation(viewer: Viewer, asked: Asked): Promise<Explanation | null> {
  const [row] = await viewer.portal.store.reader.rows<Row>(statement(viewer, asked));
  const situation = row && toSituation(viewer, row);
  const asker = actorOf(viewer);
  if (!situation || !sees(asker, situation)) return null;
  const own = isOwn(viewer, asked.who);
  const subject = subjectFor(viewer, asked.who, row.subject);
  if (!subject || !mayExplain(asker, situation, own)) return null;
  if (row.subject && !own && !knows(asker, situation, row.subject)) return null;
  const permission = asked.permission ?? (situation.table.content?.has("post") ? "post.create" : "group.view");
  if (!isGroupPermission(permission)) return null;
  return tell({
    ...namesIn(row),
    asker: { viewer: asker, situation },
    question: {
      ...{ policy: viewer.policy, viewer: subject.viewer, permission },
      situation: { ...situation, standing: subject.standing },
    },
    ...{ who: asked.who, name: subject.name, own },
  });
}

function namesIn(row: Row): Pick<Case, "group" | "columns" | "roles"> {
  return {
    group: { slug: row.slug, name: row.name, typeLabel: row.type_label },
    columns: new Map(Object.entries(row.columns)),
    roles: new Map(Object.entries(row.role_labels)),
  };
}

function isOwn(viewer: Viewer, who: Who): boolean {
  if (viewer.kind === "visitor") return who.kind === "visitor";
  return who.kind === "person" && who.account === viewer.account?.id;
}

/**
 * Whether the asker knows of the person at all: by the page about them, the list of members, the inbox, or by the search
 * for people to add. Explaining somebody must not be a way to find out that there is such an account.
 */
function knows(asker: PolicyViewer, situation: Situation, { active, member, pending }: SubjectRow): boolean {
  if (decideGlobal(asker, "people.administer").allowed) return true;
  const may = mayIn(asker, situation);
  if (member && may.listMembers) return true;
  if (pending !== null && may.decideRequests) return true;
  return active && (decideGlobal(asker, "profile.view").allowed || may.addMembers || may.appointLeaders);
}

const NO_STANDING: Standing = { member: false, roles: [], leads: false, pending: null };
const SOMEBODY = { id: "", active: true, owner: false } as const;

/** Whoever the policy is asked about; null for an account that is not there and a role that does not exist. */
function subjectFor({ policy }: Viewer, who: Who, row: SubjectRow | null): Subject | null {
  if (who.kind === "person") {
    if (!row) return null;
    const { id, name, active, owner, held, member, roles, leads, pending } = row;
    return {
      viewer: policyViewer(policy, { id, active, owner }, held),
      standing: { member, roles, leads, pending },
      name,
    };
  }
  const roles = who.kind === "roles" ? who.roles : [];
  if (
    !roles.every((role) => policy.globalRoles.has(role) && policyViewer(policy, SOMEBODY, [role]).globalRoles.has(role))
  )
    return null;
  const account = who.kind === "visitor" ? null : SOMEBODY;
  return { viewer: policyViewer(policy, account, roles), standing: NO_STANDING, name: null };
}

function statement(viewer: Viewer, { group, who }: Asked): SQL {
  const account = who.kind === "person" ? who.account : null;
  return sql`
    select ${groupFacts}, ${ownStanding(viewer)}, t.label as type_label,
      (select coalesce(json_object_agg(c.name, c.label), '{}') from group_role c where c.type = g.type) as columns,
      (select coalesce(json_object_agg(r.name, r.label), '{}') from global_role r) as role_labels,
      (select row_to_json(one) from (select a.id, a.name, a.active, a.owner, h.held, ${standing(sql`a.id`)}
        from account a cross join lateral (${heldRoles(sql`a.id`)}) h where a.id = ${account}::uuid) one) as subject
    from groups g join group_type t on t.name = g.type where ${isGroup(group)}`;
}
