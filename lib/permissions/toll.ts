/**
 * What a change to the portal would bring about. Everything is counted, whether or not the viewer may see it; named are
 * only groups that they see.
 */
import { sql } from "drizzle-orm";
import type { Plan } from "@/lib/consequences/plan";
import { countedText } from "@/lib/counted";
import { seesGroup } from "@/lib/groups/visible";
import type { Viewer } from "@/lib/session/viewer";

const NAMED = 5;

/** what of a plan is counted here */
type Counted = Pick<
  Plan,
  | "pruned"
  | "closed"
  | "carriedOut"
  | "rolesEnded"
  | "rolesBegun"
  | "madeInternal"
  | "withoutAdministrator"
  | "leadershipsEnded"
  | "linksRevoked"
  | "leadersFlagged"
>;

export interface Toll {
  /** memberships that end: how many people, in how many groups, and the names of some of those groups */
  readonly removed: { readonly people: number; readonly groups: number; readonly named: readonly string[] } | null;
  readonly closed: number;
  readonly carriedOut: number;
  readonly rolesEnded: readonly { readonly label: string; readonly people: number }[];
  readonly rolesBegun: readonly { readonly label: string; readonly people: number }[];
  readonly madeInternal: number;
  readonly withoutAdministrator: number;
  readonly leaderships: number;
  readonly links: number;
  readonly flagged: number;
}

/** Null where nothing follows. */
export async function findToll(viewer: Viewer, plan: Counted | null): Promise<Toll | null> {
  if (!plan) return null;
  const groups = unique(plan.pruned.map(({ groupId }) => groupId));
  const roles = unique([...plan.rolesEnded, ...plan.rolesBegun].map(({ role }) => role));
  const { named, labels } = await lookUp(viewer, groups, roles);
  const people = (held: Plan["rolesEnded"]) =>
    roles
      .map((role) => ({ label: labels[role] ?? role, people: held.filter((one) => one.role === role).length }))
      .filter((one) => one.people > 0);
  const toll: Toll = {
    removed:
      groups.length > 0
        ? { people: unique(plan.pruned.map(({ accountId }) => accountId)).length, groups: groups.length, named }
        : null,
    closed: plan.closed.length,
    carriedOut: plan.carriedOut.length,
    rolesEnded: people(plan.rolesEnded),
    rolesBegun: people(plan.rolesBegun),
    madeInternal: plan.madeInternal.length,
    withoutAdministrator: plan.withoutAdministrator.length,
    leaderships: plan.leadershipsEnded.length,
    links: plan.linksRevoked.length,
    flagged: plan.leadersFlagged.length,
  };
  return seenOf(toll) === "" ? null : toll;
}

/** The numbers alone, for a form that comes back knowing them. */
export function seenOf({ removed, rolesEnded, rolesBegun, ...counts }: Toll): string {
  const people = (roles: Toll["rolesEnded"]) => roles.map((one) => one.people);
  return countedText({
    ...{ removed: removed?.people ?? 0, groups: removed?.groups ?? 0, ...counts },
    ...{ ended: people(rolesEnded), begun: people(rolesBegun) },
  });
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

async function lookUp(viewer: Viewer, groups: readonly string[], roles: readonly string[]) {
  if (groups.length + roles.length === 0) return { named: [], labels: {} };
  const [row] = await viewer.portal.store.reader.rows<{ named: string[]; labels: Record<string, string> }>(sql`
    select array(select g.name from groups g where g.id = any(${sql.param(groups)}::uuid[]) and ${seesGroup(viewer)}
        order by g.name_key, g.id limit ${NAMED}) as named,
      (select coalesce(json_object_agg(r.name, r.label), '{}') from global_role r
        where r.name = any(${sql.param(roles)}::text[])) as labels`);
  return row ?? { named: [], labels: {} };
}
