/** Where a report leads: to those who were removed only where there are any; and what it says of what came too late. */
import { describe, expect, it } from "vitest";
import type { JobView } from "@/lib/jobs/queries";
import { sentenceOf, wordsOf } from "./words";

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

it.each([
  ["role.delete", "The role is still there: more would follow by now than was shown. Look at it once more."],
  ["permission.change", "Nothing was saved: more would follow by now than was shown. Look at it once more."],
  ["group.settings", "Nothing was saved: more would follow by now than was shown. Look at it once more."],
])("a %s by which more would follow than was seen says so", (kind, said) => {
  expect(sentenceOf(kind, "more-than-seen")).toBe(said);
});

it("settings that somebody else changed meanwhile speak of nobody who was there", () => {
  expect(sentenceOf("group.settings", "stale")).toContain("while this was waiting for its turn");
});
