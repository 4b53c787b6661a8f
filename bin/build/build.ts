import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnv } from "@/lib/env";
import { startChild } from "../children/child";
import { readKept, writeKept } from "../data/kept-file";
import { claim, currentHolder } from "../data/lock";
import { Halt } from "../halt";
import { root } from "../place";
import { sourceDigest } from "./digest";

export const NEXT = join(root, "node_modules", "next", "dist", "bin", "next");
const MARK = join(root, ".next", "guildhall-build.json");
const BUILD_ID = join(root, ".next", "BUILD_ID");
const HOME = join(root, ".data", "build");

/** Whether what lies in .next was made from these very sources with this key. */
export function isBuilt(key: string): boolean {
  return existsSync(BUILD_ID) && readKept<{ digest: string }>(MARK).digest === digestWith(key);
}

function digestWith(key: string): string {
  return sourceDigest(root, [key]);
}

/** `next build`, by one launcher at a time, and never under a portal that runs from the last one. */
export async function build(key: string, undo: (stop: () => Promise<void>) => void): Promise<void> {
  mkdirSync(HOME, { recursive: true, mode: 0o700 });
  while (currentHolder(HOME)) await sleep(500);
  if (isBuilt(key)) return;
  const running = portalsFromThisBuild();
  if (running)
    throw new Halt(`The sources have changed while process ${running} runs from the last build: stop it first.`);
  const lock = claim(HOME, "build");
  try {
    const digest = digestWith(key);
    await runBuild(key, undo);
    if (!existsSync(BUILD_ID)) throw new Halt(`The build ended without a result; ${HOME} holds its words.`);
    writeKept(MARK, { digest });
  } finally {
    lock.release();
  }
}

function portalsFromThisBuild(): number | undefined {
  const data = join(root, ".data");
  const holders = readdirSync(data).map((name) => currentHolder(join(data, name)));
  return holders.find((holder) => holder && holder.pid !== process.pid && holder.what !== "dev")?.pid;
}

/** Its words are kept in a file and shown when it fails. */
async function runBuild(key: string, undo: (stop: () => Promise<void>) => void): Promise<void> {
  const file = join(HOME, "build.log");
  const log = openSync(file, "w", 0o600);
  const child = startChild({ name: "build", args: [NEXT, "build"], env: buildEnv(key), stdio: ["ignore", log, log] });
  closeSync(log);
  undo(() => child.stop(2_000));
  const end = await child.exited;
  if (end !== "code 0") throw new Halt(`The build failed (${end}):\n${readFileSync(file, "utf8").slice(-4_000)}`);
}

/** A build knows neither data nor secrets of any portal: it is the same for all. */
function buildEnv(key: string): NodeJS.ProcessEnv {
  return childEnv({
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
    DATABASE_URL: undefined,
    DATABASE_OWNER_URL: undefined,
    POSTGRES_URL: undefined,
    AUTH_SECRET: undefined,
    CRON_SECRET: undefined,
    SMTP_URL: undefined,
  });
}
