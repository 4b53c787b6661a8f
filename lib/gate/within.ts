/** A bound to what may follow, set by whoever said yes to it some time before it is carried out. */
import type { Plan } from "@/lib/consequences/plan";

export type Within = (plan: Plan) => boolean;

/** More would follow by now than is allowed: nothing is written. */
export class MoreFollows extends Error {
  constructor() {
    super("more would follow than is allowed");
  }
}

export function weigh(plan: Plan, within: Within | undefined): void {
  if (within && !within(plan)) throw new MoreFollows();
}

/** What is done to people in advance and to those who came to be touched meanwhile. */
export function together(plan: Plan, late: Plan): Plan {
  return {
    ...plan,
    pruned: [...plan.pruned, ...late.pruned],
    closed: [...plan.closed, ...late.closed],
    rolesEnded: [...plan.rolesEnded, ...late.rolesEnded],
    rolesBegun: [...plan.rolesBegun, ...late.rolesBegun],
  };
}
