// Promise: `npm run -s scenario -- FILE…` says what a portal would answer, changes none, and leaves nothing running.
import { makeTemplate } from "@/db/scratch";
import { readFiles } from "@/lib/scenario/files";
import { problemLine } from "@/lib/scenario/problem";
import { reportLines } from "@/lib/scenario/report";
import { type Job, runScenarios } from "@/lib/scenario/run";
import { startTestServer } from "./test-server";

const USAGE = "Use: npm run -s scenario -- [--json] [--keep] FILE_OR_FOLDER…";

const FAILED = 1;
const WRONG = 2;

const args = process.argv.slice(2);
const options = args.filter((arg) => arg.startsWith("-"));
const named = args.filter((arg) => !arg.startsWith("-"));
process.exit(await scenario());

async function scenario(): Promise<number> {
  const odd = options.filter((option) => option !== "--json" && option !== "--keep");
  if (odd.length > 0 || named.length === 0) return complain([USAGE]);
  const { jobs, problems } = readFiles(named);
  if (problems.length > 0) return complain(problems.map(problemLine));
  if (jobs.length === 0) return complain([`There is no scenario in ${named.join(", ")}.`]);
  const server = await startTestServer();
  try {
    await makeTemplate(server.ownerUrl);
    return await run(server, jobs);
  } finally {
    await server.stop();
  }
}

function complain(lines: readonly string[]): number {
  console.error(lines.join("\n"));
  return WRONG;
}

async function run(server: { ownerUrl: string }, jobs: readonly Job[]): Promise<number> {
  const keeping = options.includes("--keep");
  const keep = ({ scenario: { name } }: Job, url: string) => console.error(`${name}: ${url}`);
  const { ran, problems } = await runScenarios(server, jobs, keeping ? { keep } : {});
  const results = ran.map(({ result }) => result);
  if (options.includes("--json")) console.log(JSON.stringify(results, null, 2));
  else for (const line of reportLines(ran)) console.log(line);
  if (keeping) await untilInterrupted();
  if (problems.length > 0) return complain(problems.map(problemLine));
  return results.every(({ passed }) => passed) ? 0 : FAILED;
}

function untilInterrupted(): Promise<void> {
  console.error("The databases stay until Ctrl-C.");
  return new Promise((done) => process.once("SIGINT", () => done()));
}
