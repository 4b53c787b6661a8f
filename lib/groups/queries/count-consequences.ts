/** What a change to a group, or to several, would bring about, in numbers. Of other groups only those are counted that one sees. */
import { sql } from "drizzle-orm";
import type { Plan } from "@/lib/consequences/plan";
import type { Viewer } from "@/lib/session/viewer";
import { reachesGroup, seesGroup } from "../visible";

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
  readonly elsewhere: Elsewhere | null;
  /** of other groups that the viewer sees */
  readonly beyond: Beyond;
  readonly rolesLost: readonly RoleCount[];
  readonly rolesGained: readonly RoleCount[];
  /** leaders who go on leading though they stop being eligible */
  readonly flagged: number;
  readonly losesAdministrator: boolean;
}

interface Beyond {
  /** requests that are closed */
  readonly closed: number;
  /** leaders who stop being eligible */
  readonly flagged: number;
  /** groups that a group leads no longer, since it is deleted; of those whose leaders the viewer may know */
  readonly unled: number;
  /** groups that lose their last administrator */
  readonly withoutAdministrator: number;
}

export interface Elsewhere {
  readonly people: number;
  readonly groups: number;
  readonly unseen: boolean;
  /** some of the groups that the viewer sees */
  readonly named: readonly string[];
}

const NAMED = 5;

interface Row {
  seen: { id: string; name: string; leaders: boolean }[];
  labels: Record<string, string>;
}

/** `of`: the group, or the groups, that are changed. */
export async function countConsequences(viewer: Viewer, of: string | readonly string[], plan: Plan): Promise<Counts> {
  const changed = new Set(typeof of === "string" ? [of] : of);
  const here = ({ groupId }: { groupId: string }) => changed.has(groupId);
  const outside = <T extends { groupId: string }>(pairs: readonly T[]) => pairs.filter((pair) => !here(pair));
  const elsewhere = outside(plan.pruned);
  const groups = unique(elsewhere.map((pair) => pair.groupId));
  const lost = plan.withoutAdministrator.filter((groupId) => !changed.has(groupId));
  const unled = outside(plan.leadershipsEnded.filter(({ leaderGroup }) => leaderGroup)).map(({ groupId }) => groupId);
  const pairs = outside([...plan.closed, ...plan.leadersFlagged]);
  const touched = [...groups, ...lost, ...unled, ...pairs.map(({ groupId }) => groupId)];
  const roles = unique([...plan.rolesEnded, ...plan.rolesBegun].map(({ role }) => role));
  const { seen, labels } = await lookUp(viewer, unique(touched), roles);
  const knows = new Set(seen.map(({ id }) => id));
  const known = ({ groupId }: { groupId: string }) => knows.has(groupId);
  const named = seen.filter(({ id }) => groups.includes(id)).map(({ name }) => name);
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
        ? {
            people: unique(elsewhere.map((p) => p.accountId)).length,
            ...{ groups: named.length, unseen: named.length < groups.length, named: named.slice(0, NAMED) },
          }
        : null,
    beyond: {
      closed: outside(plan.closed).filter(known).length,
      flagged: outside(plan.leadersFlagged).filter(known).length,
      unled: seen.filter(({ id, leaders }) => leaders && unled.includes(id)).length,
      withoutAdministrator: lost.filter((groupId) => knows.has(groupId)).length,
    },
    rolesLost: roles.map((role) => count(role, plan.rolesEnded)).filter(({ people }) => people > 0),
    rolesGained: roles.map((role) => count(role, plan.rolesBegun)).filter(({ people }) => people > 0),
    flagged: plan.leadersFlagged.filter(here).length,
    losesAdministrator: plan.withoutAdministrator.some((groupId) => changed.has(groupId)),
  };
}

/** The numbers in it by names of their own. */
export function numbersOf(counts: Counts): Readonly<Record<string, number | readonly number[] | boolean>> {
  const { removed, letIn, closed, elsewhere, beyond, rolesLost, rolesGained, flagged, losesAdministrator } = counts;
  const people = (roles: readonly RoleCount[]) => roles.map((role) => role.people);
  return {
    ...{ removed, letIn, closed, flagged, losesAdministrator, lost: people(rolesLost), gained: people(rolesGained) },
    ...{
      elsewhere: elsewhere?.people ?? 0,
      elsewhereGroups: elsewhere?.groups ?? 0,
      elsewhereUnseen: elsewhere?.unseen ?? false,
    },
    ...{ closedBeyond: beyond.closed, flaggedBeyond: beyond.flagged, unled: beyond.unled },
    unadministeredBeyond: beyond.withoutAdministrator,
  };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

async function lookUp(viewer: Viewer, groups: readonly string[], roles: readonly string[]): Promise<Row> {
  if (groups.length + roles.length === 0) return { seen: [], labels: {} };
  const [row] = await viewer.portal.store.reader.rows<Row>(sql`
    select (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name,
        'leaders', ${reachesGroup(viewer, "member.list")} or ${reachesGroup(viewer, "leader.appoint")}) order by g.name_key, g.id), '[]')
      from groups g where g.id = any(${sql.param(groups)}::uuid[]) and ${seesGroup(viewer)}) as seen,
      (select coalesce(json_object_agg(r.name, r.label), '{}') from global_role r
        where r.name = any(${sql.param(roles)}::text[])) as labels`);
  return row ?? { seen: [], labels: {} };
}

/** Whether anybody gains or loses something. */
export function touchesPeople(counts: Counts): boolean {
  const { removed, letIn, closed, elsewhere, rolesLost, rolesGained, flagged, beyond } = counts;
  const others = beyond.closed + beyond.flagged + beyond.unled + beyond.withoutAdministrator;
  return others + removed + letIn + closed + flagged + rolesLost.length + rolesGained.length > 0 || elsewhere !== null;
}
