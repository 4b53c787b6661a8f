/** The smallest scenario that still shows a difference: whatever can be left out is left out. */
import { readScenarios } from "@/lib/scenario/read";
import type { Scenario } from "@/lib/scenario/shape";
import type { Difference } from "./compare";
import { replay } from "./play";
import { plain } from "./written";

type Find = (scenario: Scenario) => Promise<Difference | null>;

/** `tries` is how often the portal may be asked. */
export async function smallest(difference: Difference, find: Find, tries: number): Promise<Difference> {
  let best = difference;
  let left = tries;
  for (let shrunk = true; shrunk; ) {
    shrunk = false;
    for (const scenario of smaller(upTo(best))) {
      if (left === 0) return best;
      left -= 1;
      const found = await find(scenario).catch(() => null);
      if (!found || signature(found) !== signature(best)) continue;
      best = found;
      shrunk = true;
      break;
    }
  }
  return best;
}

/** The same verb, differing in the same parts: else another difference would be pursued. */
function signature({ step, findings }: Difference): string {
  const verb = step.kind === "do" ? step.do : step.kind;
  return [verb, ...new Set(findings.map(({ part }) => part.split(".")[0]))].join();
}

/** What comes after the difference tells nothing. */
const upTo = ({ scenario, at }: Difference): Scenario => ({ ...scenario, steps: scenario.steps.slice(0, at + 1) });

/** Only such as can be read as a file, so that nothing is named which is not there. */
function* smaller(scenario: Scenario): Generator<Scenario> {
  const { steps, ...world } = plain({ ...scenario, steps: scenario.steps.filter(({ kind }) => kind !== "state") });
  const length = JSON.stringify({ ...world, steps }).length;
  for (const less of lesserScenarios(world, steps)) {
    const [read] = readScenarios("", JSON.stringify(less)).scenarios;
    if (read && JSON.stringify(plain(read)).length < length) yield replay(read, read.steps);
  }
}

/** Fewer steps first: most of what a world has goes with them. */
function* lesserScenarios(world: object, steps: readonly object[]): Generator<object> {
  for (const less of lesser(steps, 1)) yield { ...world, steps: less };
  for (const less of lesser(world, 6)) yield { ...(less as object), steps };
  for (const less of lesser(steps, 3)) yield { ...world, steps: less };
}

/** The same data with less in it, the big pieces first; an answer that is expected is nothing to leave out. */
function* lesser(data: unknown, depth: number): Generator<unknown> {
  if (typeof data !== "object" || data === null || depth === 0) return;
  if (Array.isArray(data)) {
    for (let size = Math.ceil(data.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < data.length; at += size) yield data.toSpliced(at, size);
    }
    for (const [at, value] of data.entries()) {
      for (const less of lesser(value, depth - 1)) yield data.with(at, less);
    }
    return;
  }
  const entries = Object.entries(data).filter(([key]) => key !== "expect" && key !== "because");
  for (const [key] of entries) yield Object.fromEntries(Object.entries(data).filter(([one]) => one !== key));
  for (const [key, value] of entries) {
    for (const less of lesser(value, depth - 1)) yield { ...data, [key]: less };
  }
}
