/** Runs scenarios, several at once, each on a stage of its own, and says what every step gave. */
import { openCloner } from "@/db/scratch";
import { WorldRefused } from "./build";
import { openStage, type Server } from "./cloned";
import { playedOn, type Result } from "./played";
import type { Problem } from "./problem";
import type { Scenario } from "./shape";

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
  let ownerUrl = "";
  const stage = await openStage(server, job.scenario, (clone) => {
    ownerUrl = clone.ownerUrl;
  });
  try {
    return { file: job.file, ...(await playedOn(stage, job.scenario)) };
  } finally {
    keep?.(job, ownerUrl);
    await stage.close({ keep: keep !== undefined });
  }
}
