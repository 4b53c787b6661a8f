/** Runs scenarios, several at once, each on a stage of its own, and says what every step gave. */
import { openCloner } from "@/db/scratch";
import { WorldRefused } from "./build";
import type { Problem } from "./problem";
import type { Because, Scenario, State, Step } from "./shape";
import { openStage, type Server, type Stage } from "./stage";

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

export interface Job {
  readonly file: string;
  /** where in the file the scenario stands, empty if it is alone */
  readonly at: string;
  readonly scenario: Scenario;
}

/** What came of a job. */
export interface Ran {
  readonly job: Job;
  readonly result: Result;
}

export interface Running {
  /** leaves the databases for a look; told of each by name */
  readonly keep?: (job: Job, ownerUrl: string) => void;
  /** how many at the same time */
  readonly lanes?: number;
}

/** More lanes than this only wait for one another: the database works beside the process that asks. */
const LANES = 4;

/** Results in the order of the jobs; a world that the portal refuses is a problem, and its scenario has no result. */
export async function runScenarios(
  server: Server,
  jobs: readonly Job[],
  { keep, lanes = LANES }: Running = {},
): Promise<{ ran: Ran[]; problems: Problem[] }> {
  const ran: (Ran | undefined)[] = [];
  const problems: Problem[] = [];
  const waiting = jobs.entries();
  const cloner = openCloner(server.ownerUrl);
  const lane = async () => {
    for (const [n, job] of waiting) {
      try {
        ran[n] = { job, result: await runOne({ ...server, clone: cloner.clone }, job, keep) };
      } catch (error) {
        if (!(error instanceof WorldRefused)) throw error;
        const path = [job.at, error.path].filter(Boolean).join(".");
        problems.push({ file: job.file, path, message: `the portal refuses this: ${error.answer}` });
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    await cloner.end();
  }
  return { ran: ran.filter((one) => one !== undefined), problems };
}

async function runOne(server: Server, job: Job, keep: Running["keep"]): Promise<Result> {
  const { file, scenario } = job;
  const stage = await openStage(server, scenario);
  try {
    const steps: StepResult[] = [];
    for (const [n, step] of scenario.steps.entries()) steps.push(await runStep(stage, step, n + 1));
    return { file, name: scenario.name, passed: steps.every(({ ok }) => ok), steps };
  } finally {
    keep?.(job, stage.clone.ownerUrl);
    await stage.close({ keep: keep !== undefined });
  }
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
