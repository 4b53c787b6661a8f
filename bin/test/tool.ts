import { readFileSync } from "node:fs";
import { join } from "node:path";
import { neutralEnv, operatorEnv } from "@/lib/env";
import { type Child, startChild } from "../children/child";
import { root } from "../place";

let current: Child | undefined;

/** Whoever stops the tests stops the tool that is at work. */
export function stopTool(): Promise<void> {
  return current?.stop(5_000) ?? Promise.resolve();
}

/** Runs the program that an installed package brings, its words on our screen; true when it ended with 0 within the limit. */
export async function runTool(
  packageName: string,
  args: string[],
  { minutes = 10, env = {} }: { minutes?: number; env?: Record<string, string | undefined> } = {},
): Promise<boolean> {
  const { TEST_DATABASE_URL, CHROMIUM_PATH } = operatorEnv();
  const child = startChild({
    name: packageName,
    args: [programOf(packageName), ...args],
    env: neutralEnv({ TEST_DATABASE_URL, CHROMIUM_PATH, NEXT_TELEMETRY_DISABLED: "1", ...env }),
  });
  current = child;
  const late = setTimeout(() => {
    console.error(`${packageName} was stopped: it took more than ${minutes} minutes.`);
    void child.stop(5_000);
  }, minutes * 60_000);
  const end = await child.exited;
  clearTimeout(late);
  return end === "code 0";
}

function programOf(packageName: string): string {
  const folder = join(root, "node_modules", packageName);
  const { name, bin }: { name: string; bin: string | Record<string, string> } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const own = name.split("/").at(-1) ?? name;
  const program = typeof bin === "string" ? bin : (bin[own] ?? Object.values(bin)[0]);
  if (!program) throw new Error(`${packageName} brings no program`);
  return join(folder, program);
}
