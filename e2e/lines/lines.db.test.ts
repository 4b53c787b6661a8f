/**
 * A test of the tests: each line of the rules is taken out of the code, one at a time, and the scenario that stands for it
 * must go red: by another answer, or by the very constraint that guards the same in the database, never by breaking.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openWorkshop, ROOT, timesIn, type Workshop } from "@/e2e/support/edited-code";
import { readFiles } from "@/lib/scenario/files";
import type * as Running from "@/lib/scenario/run";
import type { Line } from "./line";
import { LINES } from "./lines";

const { jobs } = readFiles([`${ROOT}/e2e/scenarios`]);
const jobOf = (name: string) => jobs.filter(({ scenario }) => scenario.name.startsWith(name));

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

/** Whether the scenario passes on the code without the line; null leaves the code whole. */
function runWithout(line: Line | null, name: string): Promise<boolean[]> {
  return workshop.withEdits(line ? [line] : [], "/lib/scenario/run.ts", async ({ runScenarios }: typeof Running) => {
    const { ran } = await runScenarios({ ownerUrl: inject("ownerUrl") }, jobOf(name));
    return ran.map(({ result }) => result.passed);
  });
}

describe("what is taken out is there to be taken out", () => {
  it.each(LINES)("$line", (line) => {
    expect(timesIn(line)).toBe(1);
    expect(jobOf(line.scenario)).toHaveLength(1);
  });
});

it("with every line in place the same scenarios are green", { timeout: 900_000 }, async () => {
  const names = [...new Set(LINES.map(({ scenario }) => scenario))];
  for (const name of names) expect([name, await runWithout(null, name)]).toEqual([name, [true]]);
});

describe("goes red without", () => {
  it.each(LINES)("$line", async (line) => {
    const passed = await runWithout(line, line.scenario).catch((error: { cause?: { constraint?: string } }) => {
      if (!line.refusedBy || error.cause?.constraint !== line.refusedBy) throw error;
      return [false];
    });
    expect(passed).toEqual([false]);
  });
});
