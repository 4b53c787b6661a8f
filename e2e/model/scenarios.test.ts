/** A third opinion: whoever wrote the scenario files read the specification too. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readScenarios } from "@/lib/scenario/read";
import { disagreements } from "./agreement";
import { directed } from "./directed";

const FOLDER = fileURLToPath(new URL("../scenarios", import.meta.url));

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(ya?ml|json)$/.test(path))
  .sort();

describe("the model agrees with every scenario file", () => {
  it.each(files)("%s", (file) => {
    const { scenarios, problems } = readScenarios(file, readFileSync(join(FOLDER, file), "utf8"));
    expect(problems).toEqual([]);
    expect(scenarios.flatMap(disagreements)).toEqual([]);
  });

  it("and with those that lead to rare situations", () => {
    expect(directed().flatMap(disagreements)).toEqual([]);
  });
});
