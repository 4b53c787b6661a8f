/** Every scenario file, through the real commands; and that nothing of the two older systems was left unsaid. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { readFiles } from "@/lib/scenario/files";
import { problemLine } from "@/lib/scenario/problem";
import { failureLines } from "@/lib/scenario/report";
import { runScenarios } from "@/lib/scenario/run";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
/** How many cases the two systems have. */
const CASES = { "group-1x": 205, "alliance-auth": 135 } as const;

const { jobs, problems } = readFiles([FOLDER]);
const run = await runScenarios({ ownerUrl: inject("ownerUrl") }, jobs);

it("reads every file", () => {
  expect([...problems, ...run.problems].map(problemLine)).toEqual([]);
});

describe("gives what it says", () => {
  it.each(run.ran.map((one) => ({ name: one.result.name, one })))("$name", ({ one }) => {
    expect(failureLines(one)).toEqual([]);
    expect(one.result.passed).toBe(true);
  });
});

it("names each scenario once", () => {
  const names = jobs.map(({ scenario }) => scenario.name);
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
});

describe("cases of the older systems", () => {
  const readme = readFileSync(`${FOLDER}README.md`, "utf8");
  const listed = [...readme.matchAll(/^- ([A-Z]+-?\d+) – \S/gm)].map(([, id]) => id ?? "");

  it.each(Object.entries(CASES))("of %s are all told, each in one way", (folder, count) => {
    const isOf = (id: string) => id.includes("-") === (folder === "alliance-auth");
    const converted = jobs
      .filter(({ file }) => file.includes(`/${folder}/`))
      .map(({ scenario }) => /^[A-Z]+-?\d+/.exec(scenario.name)?.[0] ?? scenario.name);
    const told = listed.filter(isOf);
    expect(converted.filter((id) => !isOf(id) || told.includes(id))).toEqual([]);
    const ids = new Set(converted);
    console.log(`${folder}: ${ids.size} cases converted, ${told.length} listed`);
    expect(ids.size + new Set(told).size).toBe(count);
  });
});
