/** The scenario files that a file or a folder names. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "./problem";
import { readScenarios } from "./read";
import type { Job } from "./run";

const IS_SCENARIO = /\.(ya?ml|json)$/;

/** Files in the order of their names, folders worked through; a name that is nothing is a problem. */
export function findFiles(named: readonly string[]): { files: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const files = named.flatMap((file) => {
    const there = statSync(file, { throwIfNoEntry: false });
    if (there?.isDirectory()) return filesIn(file);
    if (there) return [file];
    problems.push({ file, path: "", message: "there is no such file" });
    return [];
  });
  return { files: [...new Set(files)], problems };
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return IS_SCENARIO.test(entry.name) ? [path] : [];
  });
}

/** Everything that the files hold, or what is wrong with them. */
export function readFiles(named: readonly string[]): { jobs: Job[]; problems: Problem[] } {
  const { files, problems } = findFiles(named);
  const readings = files.map((file) => ({ file, ...readScenarios(file, readFileSync(file, "utf8")) }));
  const jobs = readings.flatMap(({ file, scenarios }) =>
    scenarios.map((scenario, n) => ({ file, at: scenarios.length > 1 ? `[${n}]` : "", scenario })),
  );
  return { jobs, problems: [...problems, ...readings.flatMap((reading) => reading.problems)] };
}
