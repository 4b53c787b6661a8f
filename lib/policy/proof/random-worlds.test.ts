import fc from "fast-check";
import { expect, it } from "vitest";
import { disagreements } from "./compare.test-kit";
import { TAPE } from "./worlds.test-kit";

const RUNS = 200_000;

it(`T16: ${RUNS} random worlds are decided, seen and listed as the oracle says`, { timeout: 900_000 }, () => {
  let worlds = 0;
  fc.assert(
    fc.property(fc.uint8Array({ minLength: TAPE, maxLength: TAPE }), (tape) => {
      const found = disagreements(tape, worlds);
      worlds += 1;
      // An expectation for each world would take longer than all of the worlds.
      if (found.length > 0) throw new Error(found.join(", "));
    }),
    { numRuns: RUNS },
  );
  expect(worlds).toBe(RUNS);
});
