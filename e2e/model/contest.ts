/** Model and product over many sequences, several at once: what was reached, and the first difference. */
import fc from "fast-check";
import type { Server } from "@/lib/scenario/cloned";
import type { Scenario } from "@/lib/scenario/shape";
import { PER_WORLD, trials } from "./arbitraries";
import { type Difference, firstDifference } from "./compare";
import { directed } from "./directed";
import { play, replay } from "./play";
import { Coverage } from "./situations";
import { smallest } from "./smaller";
import { written } from "./written";

/** More of them only wait for one another. */
const LANES = 4;
/** So often the portal is asked while a difference is made small. */
const TRIES = 200;

export interface Contest {
  readonly runs: number;
  readonly seed: number;
}

export interface Outcome {
  readonly coverage: Coverage;
  /** as they are printed */
  readonly figures: string;
  readonly difference: Difference | null;
}

export async function contest(server: Server, { runs, seed }: Contest): Promise<Outcome> {
  const begun = performance.now();
  const coverage = new Coverage();
  const count = { sequences: 0, steps: 0 };
  let found: Difference | null = null;
  /** True unless the two differ. */
  const agree = async (scenario: Scenario, sequences: number): Promise<boolean> => {
    const difference = await firstDifference(server, scenario);
    const steps = scenario.steps.slice(0, difference?.at);
    for (const step of steps) coverage.note(step);
    count.sequences += sequences;
    count.steps += steps.filter(({ kind }) => kind !== "state").length;
    found ??= difference;
    return found === null;
  };
  for (const scenario of directed()) await agree(replay(scenario, scenario.steps), 1);
  const lane = async (_: unknown, n: number) => {
    const property = fc.asyncProperty(trials, (trial) => agree(play(trial), PER_WORLD));
    const numRuns = Math.ceil(runs / LANES / PER_WORLD);
    const { failed, errorInstance } = await fc.check(property, { seed: seed + n, numRuns, endOnFailure: true });
    if (failed && !found) throw errorInstance;
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const figures = `${count.sequences} sequences, ${count.steps} steps, seed ${seed}, ${seconds} s; ${coverage.report()}`;
  return { coverage, figures, difference: found };
}

/** For whoever has to mend it: where the two differ, and the smallest scenario that shows it, for the runner. */
export async function explained(server: Server, difference: Difference): Promise<string> {
  const { scenario, at, step, findings } = await smallest(difference, (one) => firstDifference(server, one), TRIES);
  const lines = findings.map(
    ({ part, want, got }) => `  ${part}: the model says ${said(want)}, the product ${said(got)}`,
  );
  return [`They differ at step ${at + 1}: ${JSON.stringify(step)}`, ...lines, "", written(scenario)].join("\n");
}

const said = (value: unknown): string => JSON.stringify(value) ?? "nothing";
