/** What every step of a scenario gave, on whatever stage it was played. */
import type { Because, Scenario, State, Step } from "./shape";
import type { Stage } from "./stage";

export interface StepResult {
  /** counted from 1 */
  readonly step: number;
  readonly got: string | readonly string[] | State;
  readonly want: string | readonly string[] | State;
  readonly ok: boolean;
  /** what spoke, for `can`; else null */
  readonly because: Because | null;
}

export interface Result {
  readonly file: string;
  readonly name: string;
  readonly passed: boolean;
  readonly steps: readonly StepResult[];
}

export async function playedOn(stage: Stage, scenario: Scenario): Promise<Omit<Result, "file">> {
  const steps: StepResult[] = [];
  for (const [n, step] of scenario.steps.entries()) steps.push(await runStep(stage, step, n + 1));
  return { name: scenario.name, passed: steps.every(({ ok }) => ok), steps };
}

async function runStep(stage: Stage, step: Step, number: number): Promise<StepResult> {
  const { got, because = null } = await stage.perform(step);
  const ok = isSame(got, step.expect) && (step.kind !== "can" || agrees(because, step.because));
  return { step: number, got, want: step.expect, ok, because };
}

/** Each part compared if it is given; roles in any order. */
function agrees(got: Because | null, want: Because | undefined): boolean {
  return Object.entries(want ?? {}).every(([part, said]) => isSame(got?.[part as keyof Because], said));
}

/** Lists as multisets, in any depth. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered).sort();
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, ordered(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
