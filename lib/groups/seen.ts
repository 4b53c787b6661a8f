/** How many people a change to one group touches, as its maker saw it; and whether what would follow now is within that. */
import type { Plan } from "@/lib/consequences/plan";

/** People removed from the group, let into it, whose requests there are closed, and leaders who stop being eligible or leading. */
export interface Seen {
  readonly removed: number;
  readonly letIn: number;
  readonly closed: number;
  readonly flagged: number;
  readonly dismissed: number;
}

/** What follows in this group and in any other: of many groups together it bounds each of them. */
export interface Anywhere {
  /** everything that is done to anybody */
  readonly reach: number;
  /** groups that lose their last administrator */
  readonly unadministered: number;
  /** leaderships that end with the group that led */
  readonly unled: number;
  /** leaders who stop being eligible */
  readonly flaggedAnywhere: number;
}

type Numbers = Seen & Anywhere;

export const NOBODY: Seen = { removed: 0, letIn: 0, closed: 0, flagged: 0, dismissed: 0 };

export function seenIn(plan: Plan | null, groupId: string): Seen {
  if (!plan) return NOBODY;
  const here = (pairs: readonly { readonly groupId: string }[]) =>
    pairs.filter((one) => one.groupId === groupId).length;
  const { pruned, carriedOut, closed, leadersFlagged } = plan;
  const [removed, letIn, flagged] = [here(pruned), here(carriedOut), here(leadersFlagged)];
  return { ...NOBODY, removed, letIn, closed: here(closed), flagged };
}

export function anywhereIn(plan: Plan): Anywhere {
  const { pruned, closed, rolesEnded, rolesBegun, carriedOut } = plan;
  return {
    reach: pruned.length + closed.length + rolesEnded.length + rolesBegun.length + carriedOut.length,
    unadministered: plan.withoutAdministrator.length,
    unled: plan.leadershipsEnded.length,
    flaggedAnywhere: plan.leadersFlagged.length,
  };
}

/** What settings bring about, in the group and anywhere. */
export const changedBy = (plan: Plan, groupId: string): Numbers => ({
  ...seenIn(plan, groupId),
  ...anywhereIn(plan),
});

/** A number that was not kept, by an earlier version or since it bounds nothing, holds nobody to it. */
export function exceeds(now: Numbers, seen: Partial<Numbers>): boolean {
  return (Object.keys(now) as (keyof Numbers)[]).some((key) => now[key] > (seen[key] ?? Number.POSITIVE_INFINITY));
}
