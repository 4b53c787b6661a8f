/** The comparison can fail: each fault that is planted in the model is found by it. */
import fc from "fast-check";
import { describe, expect, inject, it } from "vitest";
import type { Scenario } from "@/lib/scenario/shape";
import { trials } from "./arbitraries";
import { firstDifference } from "./compare";
import { FAULTS, type Fault } from "./faults";
import { play, replay } from "./play";

const SEED = 7;
const MANY = 500;
/** So many are shown to the product for each fault. */
const ENOUGH = 5;

const trialsByChance = fc.sample(trials, { numRuns: MANY, seed: SEED });

describe("a model that is wrong in one line differs from the product", () => {
  it.each(FAULTS)("%s", { timeout: 600_000 }, async (fault) => {
    const server = { ownerUrl: inject("ownerUrl") };
    for (const scenario of suspicious(fault, ENOUGH)) {
      const difference = await firstDifference(server, scenario);
      if (difference) return;
    }
    expect.fail("no trial found a difference");
  });
});

const plays = new Map<number, Scenario>();

function played(n: number): Scenario {
  const known = plays.get(n);
  const trial = trialsByChance[n];
  if (known || !trial) return known ?? expect.fail("no such trial");
  const scenario = play(trial);
  plays.set(n, scenario);
  return scenario;
}

/** Sequences in which the wrong model says something else than the sound one, so that the product is not asked in vain. */
function* suspicious(fault: Fault, enough: number): Generator<Scenario> {
  let left = enough;
  for (const trial of trialsByChance.keys()) {
    const right = played(trial);
    const wrong = replay(right, right.steps, [fault]);
    if (JSON.stringify(wrong.steps) === JSON.stringify(right.steps)) continue;
    yield wrong;
    left -= 1;
    if (left === 0) return;
  }
}
