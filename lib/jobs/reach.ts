/** What is better left to the worker than waited for. */
import type { Plan } from "@/lib/consequences/plan";
import { MANY } from "@/lib/gate/prepared";

/** Whether a change counts so many people again, or ends so many memberships, that it takes seconds. */
export function reachesMany(plan: Plan | null): boolean {
  return plan !== null && Math.max(plan.counted.length, plan.pruned.length) >= MANY;
}
