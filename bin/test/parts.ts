import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { keepActionsKey } from "../build/actions-key";
import { build, isBuilt } from "../build/build";
import { weighBuild } from "../build/weigh";
import { root } from "../place";
import { provideChromium } from "./chromium";
import { type Count, check, countPlaywright, countVitest, readReport, settle } from "./count";
import { runTool } from "./tool";

export type Part = { name: string; what: string; run(): Promise<Count> };

/** In this order: what is quick and points at a line comes first. */
export const parts: Part[] = [
  { name: "lint", what: "format and lint", run: async () => check(await runTool("@biomejs/biome", ["ci", "."])) },
  { name: "unused", what: "unused code", run: async () => check(await runTool("knip", [])) },
  { name: "types", what: "types", run: types },
  { name: "unit", what: "unit tests", run: () => vitest("unit") },
  { name: "db", what: "tests with the database", run: () => vitest("db") },
  { name: "build", what: "build", run: buildOnce },
  { name: "launcher", what: "launcher, with real processes", run: () => vitest("launcher") },
  { name: "doors", what: "every door, as each of nine", run: () => playwright("doors") },
  { name: "browser", what: "journeys in a browser", run: browser },
];

async function types(): Promise<Count> {
  return check((await runTool("next", ["typegen"])) && (await runTool("typescript", ["--noEmit", "-p", "."])));
}

async function buildOnce(): Promise<Count> {
  const key = keepActionsKey();
  if (isBuilt(key)) console.log("Nothing has changed since the last build.");
  else await build(key, () => {});
  const { light, sentence } = weighBuild();
  console.log(`${sentence}.`);
  return light ? { passed: 2, failed: 0 } : { passed: 1, failed: 1 };
}

async function vitest(project: string): Promise<Count> {
  const report = freshReport(project);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ok = await runTool("vitest", ["run", "--project", project, ...reporters], { minutes: 60 });
  const found = readReport<Parameters<typeof countVitest>[0]>(report);
  return settle(found && countVitest(found), ok);
}

async function browser(): Promise<Count> {
  return playwright("journeys", { CHROMIUM_PATH: await provideChromium() });
}

async function playwright(project: "journeys" | "doors", env: Record<string, string> = {}): Promise<Count> {
  const report = freshReport(project);
  const args = ["test", "--project", project, "--reporter=list,json"];
  const ok = await runTool("@playwright/test", args, {
    minutes: 75,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...env },
  });
  const found = readReport<Parameters<typeof countPlaywright>[0]>(report);
  return settle(found && countPlaywright(found), ok);
}

function freshReport(name: string): string {
  mkdirSync(join(root, "reports"), { recursive: true });
  const file = join(root, "reports", `${name}.json`);
  rmSync(file, { force: true });
  return file;
}
