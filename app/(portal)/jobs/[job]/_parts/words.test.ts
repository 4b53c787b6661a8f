/** Where a report leads: to those who were removed only where there are any. */
import { describe, expect, it } from "vitest";
import type { JobView } from "@/lib/jobs/queries";
import { wordsOf } from "./words";

const job = (kind: string, done: boolean): JobView => ({
  ...{ id: "j", kind, input: {}, request: "r", status: "done", phase: null, phaseDone: null, phaseTotal: null },
  ...{ answer: "deleted", outcome: { done }, lines: 0, answered: 0, done: 0 },
  ...{ at: "2026-03-04T12:00:00.000Z", startedAt: null, endedAt: null },
});

const ways = (kind: string, { done = true, ended }: { done?: boolean; ended: boolean }) =>
  (wordsOf(kind).next?.(job(kind, done), ended) ?? []).map(({ label }) => label);

describe.each(["role.delete", "permission.change"])("the report of a %s", (kind) => {
  it("leads to whom it removed, where it removed somebody", () => {
    expect(wordsOf(kind).ends).toBe(true);
    expect(ways(kind, { ended: true })).toContain("See whom it removed");
    expect(ways(kind, { ended: false })).not.toContain("See whom it removed");
    expect(ways(kind, { ended: false })).toContain("Read it in the log");
  });

  it("leads nowhere of the kind where it was refused", () => {
    expect(ways(kind, { done: false, ended: false })).toEqual([]);
  });
});
