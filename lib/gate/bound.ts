/** A bound to what may follow, set by whoever said yes to it some time before it is carried out. */
import type { Plan } from "@/lib/consequences/plan";

/** The word with which it is refused, or null: asked of the very plan and facts that it is carried out on. */
export type Bound<F, W extends string = string> = (plan: Plan, facts: F) => W | null;

/** It is beyond what is allowed: nothing is written. */
export class OutOfBounds extends Error {
  constructor(readonly word: string) {
    super(`refused before it was carried out: ${word}`);
  }
}

export function weigh<F>(plan: Plan, facts: F, bound: Bound<F> | undefined): void {
  const word = bound?.(plan, facts);
  if (word) throw new OutOfBounds(word);
}

/** What is done to people in advance and to those who came to be touched meanwhile. */
export function together(plan: Plan, late: Plan): Plan {
  return {
    ...plan,
    pruned: [...plan.pruned, ...late.pruned],
    closed: [...plan.closed, ...late.closed],
    rolesEnded: [...plan.rolesEnded, ...late.rolesEnded],
    rolesBegun: [...plan.rolesBegun, ...late.rolesBegun],
    withoutAdministrator: [...new Set([...plan.withoutAdministrator, ...late.withoutAdministrator])],
    leadersFlagged: [...plan.leadersFlagged, ...late.leadersFlagged],
  };
}
