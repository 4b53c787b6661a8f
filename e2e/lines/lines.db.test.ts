/**
 * A test of the tests: each line of the rules is taken out of the code, one at a time, and the scenario that stands for it
 * must go red. Every cut runs in a fresh instance of the code, in this very process.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createServer, createServerModuleRunner, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readFiles } from "@/lib/scenario/files";
import type * as Running from "@/lib/scenario/run";
import { LINES, type Line } from "./lines";

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const { jobs } = readFiles([`${ROOT}/e2e/scenarios`]);

const jobOf = (name: string) => jobs.filter(({ scenario }) => scenario.name.startsWith(name));

let server: ViteDevServer;
let cut: Line | null = null;

beforeAll(async () => {
  server = await createServer({
    ...{ root: ROOT, configFile: false, appType: "custom", logLevel: "error" },
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    resolve: { alias: { "@": ROOT } },
    plugins: [
      {
        name: "cut",
        enforce: "pre",
        transform: (code, id) =>
          cut && id === `${ROOT}/${cut.file}` ? code.replace(cut.cut, () => cut?.instead ?? "") : null,
      },
    ],
  });
});
afterAll(() => server.close());

/** Runs the scenarios on the code as it is without the line; null leaves it whole. */
async function runWithout(line: Line | null, name: string): Promise<boolean[]> {
  const { ssr } = server.environments;
  const forget = () => line && ssr.moduleGraph.onFileChange(`${ROOT}/${line.file}`);
  cut = line;
  forget();
  const runner = createServerModuleRunner(ssr, { hmr: false });
  try {
    const { runScenarios }: typeof Running = await runner.import("/lib/scenario/run.ts");
    const { results } = await runScenarios({ ownerUrl: inject("ownerUrl") }, jobOf(name));
    return results.map(({ passed }) => passed);
  } finally {
    cut = null;
    forget();
    await runner.close();
  }
}

describe("what is taken out is there to be taken out", () => {
  it.each(LINES)("$line", ({ file, cut: text, scenario }) => {
    expect(readFileSync(`${ROOT}/${file}`, "utf8").split(text)).toHaveLength(2);
    expect(jobOf(scenario)).toHaveLength(1);
  });
});

it("with every line in place the same scenarios are green", async () => {
  const names = [...new Set(LINES.map(({ scenario }) => scenario))];
  for (const name of names) expect([name, await runWithout(null, name)]).toEqual([name, [true]]);
}, 120_000);

describe("goes red without", () => {
  it.each(LINES)("$line", async (line) => {
    // A part that the code cannot do without refuses the world or breaks: that is noticed too.
    const passed = await runWithout(line, line.scenario).catch(() => [false]);
    expect(passed).not.toEqual([true]);
  });
});
