/**
 * A test of the tests: each guard of the lists that lead from people to groups is taken out of the code, one at a time,
 * and what it kept back must show.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { World } from "@/db/testing/peopled-world";
import { type Edit, openWorkshop, timesIn, type Workshop } from "@/e2e/support/edited-code";
import { ground } from "./ground";
import { GUARDS } from "./guards";
import { type READS as AllReads, READS, type ReadName } from "./reads";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

const read = (edits: readonly Edit[], at: World, name: ReadName): Promise<string> =>
  workshop.withEdits(edits, "/e2e/guards/reads.ts", async ({ READS: edited }: { READS: typeof AllReads }) =>
    JSON.stringify(await edited[name](at)),
  );

it("every guard stands in the code once, and every read has one", () => {
  for (const guard of GUARDS) expect([guard.cut, timesIn(guard)]).toEqual([guard.cut, 1]);
  expect([...new Set(GUARDS.map((guard) => guard.read))].sort()).toEqual(Object.keys(READS).sort());
});

it("T16 T18 T25 with every guard in place nothing names what its reader may not know", {
  timeout: 60_000,
}, async () => {
  const at = await ground();
  for (const name of Object.keys(READS) as ReadName[]) {
    const hidden = /eligible|leaders:/.test(name) ? /"blind"|led-in-silence","leaders":\{/ : /"blind|"quiet/;
    expect([name, await read([], at, name)]).toEqual([name, expect.not.stringMatching(hidden)]);
  }
});

describe("without it, what it kept back is told", () => {
  it.each(GUARDS)("$read: $cut", async ({ read: name, ...edit }) => {
    const at = await ground();
    const whole = await read([], at, name);
    expect(await read([edit], at, name)).not.toEqual(whole);
  });
});
