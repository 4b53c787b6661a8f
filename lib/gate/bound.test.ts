import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/consequences/plan";
import { OutOfBounds, together, weigh } from "./bound";

const pair = (name: string) => ({ accountId: name, groupId: "hall" });
const LISTS = ["pruned", "closed", "rolesEnded", "rolesBegun", "leadersFlagged"] as const;
// Not a whole plan: what these functions do not read is left out.
const planOf = (name: string) =>
  ({
    ...Object.fromEntries(LISTS.map((list) => [list, [pair(name)]])),
    ...{ counted: [name], withoutAdministrator: ["hall"], madeInternal: [name] },
  }) as unknown as Plan;

describe("what is done in advance and what is caught up with", () => {
  it.each(LISTS)("are weighed together: %s", (list) => {
    expect(together(planOf("ann"), planOf("ben"))[list]).toEqual([pair("ann"), pair("ben")]);
  });

  it("make the same group lose its last administrator once", () => {
    expect(together(planOf("ann"), planOf("ben")).withoutAdministrator).toEqual(["hall"]);
  });
});

describe("a bound", () => {
  it("is asked of plan and facts, and ends the work by its word", () => {
    const bound = (plan: Plan, most: number) => (plan.pruned.length > most ? "more-than-seen" : null);
    expect(() => weigh(planOf("ann"), 1, bound)).not.toThrow();
    expect(() => weigh(planOf("ann"), 0, bound)).toThrow(new OutOfBounds("more-than-seen"));
    expect(() => weigh(planOf("ann"), 0, undefined)).not.toThrow();
  });
});
