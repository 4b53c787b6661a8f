/** The directed scenarios, read from their file. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { problemLine } from "@/lib/scenario/problem";
import { readScenarios } from "@/lib/scenario/read";
import type { Scenario } from "@/lib/scenario/shape";

const FILE = fileURLToPath(new URL("directed.yaml", import.meta.url));

export function directed(): readonly Scenario[] {
  const { scenarios, problems } = readScenarios("directed.yaml", readFileSync(FILE, "utf8"));
  if (problems.length > 0) throw new Error(problems.map(problemLine).join("\n"));
  return scenarios;
}
