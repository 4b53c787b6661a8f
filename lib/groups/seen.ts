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

export const NOBODY: Seen = { removed: 0, letIn: 0, closed: 0, flagged: 0, dismissed: 0 };

export function seenIn(plan: Plan | null, groupId: string): Seen {
  if (!plan) return NOBODY;
  const here = (pairs: readonly { readonly groupId: string }[]) =>
    pairs.filter((one) => one.groupId === groupId).length;
  const { pruned, carriedOut, closed, leadersFlagged } = plan;
  const [removed, letIn, flagged] = [here(pruned), here(carriedOut), here(leadersFlagged)];
  return { ...NOBODY, removed, letIn, closed: here(closed), flagged };
}

/** Everything that a plan does to people, in this group and elsewhere: of many groups together it bounds each of them. */
export function reachOf({ pruned, closed, rolesEnded, rolesBegun, carriedOut }: Plan): number {
  return pruned.length + closed.length + rolesEnded.length + rolesBegun.length + carriedOut.length;
}

/** The same or less. */
export function isWithin(now: Seen, seen: Seen): boolean {
  return (Object.keys(NOBODY) as (keyof Seen)[]).every((key) => now[key] <= seen[key]);
}
