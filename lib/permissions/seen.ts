/** How much a change to the portal does, as its maker saw it; and whether what would follow now is within that. */
import type { Plan } from "@/lib/consequences/plan";
import type { SeenInput } from "./schema";

const unique = (ids: readonly string[]): number => new Set(ids).size;

/** Memberships that end, of how many people in how many groups, and everything else that follows. */
export function seenIn(plan: Plan): SeenInput {
  return {
    removed: plan.pruned.length,
    people: unique(plan.pruned.map(({ accountId }) => accountId)),
    groups: unique(plan.pruned.map(({ groupId }) => groupId)),
    closed: plan.closed.length,
    carriedOut: plan.carriedOut.length,
    rolesEnded: plan.rolesEnded.length,
    rolesBegun: plan.rolesBegun.length,
    madeInternal: plan.madeInternal.length,
    withoutAdministrator: plan.withoutAdministrator.length,
    leaderships: plan.leadershipsEnded.length,
    links: plan.linksRevoked.length,
    flagged: plan.leadersFlagged.length,
  };
}

/** The same or less of everything. */
export function isWithin(now: SeenInput, seen: SeenInput): boolean {
  return (Object.keys(now) as (keyof SeenInput)[]).every((key) => now[key] <= seen[key]);
}
