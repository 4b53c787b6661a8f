/** What a change to a group, or to several, would bring about, in numbers. Of other groups only those are counted that one sees. */
import { sql } from "drizzle-orm";
import type { Plan } from "@/lib/consequences/plan";
import type { Viewer } from "@/lib/session/viewer";
import { seesGroup } from "../visible";

export interface RoleCount {
  readonly label: string;
  readonly people: number;
}

export interface Counts {
  /** people removed from the group itself, let into it, and whose requests there are closed */
  readonly removed: number;
  readonly letIn: number;
  readonly closed: number;
  /** people removed from other groups, and how many of those groups the viewer sees; `unseen`: there are others */
  readonly elsewhere: { readonly people: number; readonly groups: number; readonly unseen: boolean } | null;
  readonly rolesLost: readonly RoleCount[];
  readonly rolesGained: readonly RoleCount[];
  /** leaders who go on leading though they stop being eligible */
  readonly flagged: number;
  readonly losesAdministrator: boolean;
}

interface Row {
  seen: number;
  labels: Record<string, string>;
}

/** `of`: the group, or the groups, that are changed. */
export async function countConsequences(viewer: Viewer, of: string | readonly string[], plan: Plan): Promise<Counts> {
  const changed = new Set(typeof of === "string" ? [of] : of);
  const here = ({ groupId }: { groupId: string }) => changed.has(groupId);
  const elsewhere = plan.pruned.filter((pair) => !here(pair));
  const groups = unique(elsewhere.map((pair) => pair.groupId));
  const roles = unique([...plan.rolesEnded, ...plan.rolesBegun].map(({ role }) => role));
  const { seen, labels } = await lookUp(viewer, groups, roles);
  const count = (role: string, held: Plan["rolesEnded"]) => ({
    label: labels[role] ?? role,
    people: held.filter((one) => one.role === role).length,
  });
  return {
    removed: plan.pruned.filter(here).length,
    letIn: plan.carriedOut.filter(here).length,
    closed: plan.closed.filter(here).length,
    elsewhere:
      elsewhere.length > 0
        ? { people: unique(elsewhere.map((p) => p.accountId)).length, groups: seen, unseen: seen < groups.length }
        : null,
    rolesLost: roles.map((role) => count(role, plan.rolesEnded)).filter(({ people }) => people > 0),
    rolesGained: roles.map((role) => count(role, plan.rolesBegun)).filter(({ people }) => people > 0),
    flagged: plan.leadersFlagged.filter(here).length,
    losesAdministrator: plan.withoutAdministrator.some((groupId) => changed.has(groupId)),
  };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

async function lookUp(viewer: Viewer, groups: readonly string[], roles: readonly string[]): Promise<Row> {
  if (groups.length + roles.length === 0) return { seen: 0, labels: {} };
  const [row] = await viewer.portal.store.reader.rows<Row>(sql`
    select (select count(*)::int from groups g where g.id = any(${sql.param(groups)}::uuid[]) and ${seesGroup(viewer)}) as seen,
      (select coalesce(json_object_agg(r.name, r.label), '{}') from global_role r
        where r.name = any(${sql.param(roles)}::text[])) as labels`);
  return row ?? { seen: 0, labels: {} };
}

/** Whether anybody gains or loses something. */
export function touchesPeople(counts: Counts): boolean {
  const { removed, letIn, closed, elsewhere, rolesLost, rolesGained, flagged } = counts;
  return removed + letIn + closed + flagged + rolesLost.length + rolesGained.length > 0 || elsewhere !== null;
}
