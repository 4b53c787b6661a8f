import { existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { neutralEnv } from "@/lib/env";
import { type Child, startChild } from "./children/child";
import { currentHolder } from "./data/lock";
import { freePort } from "./embedded/free-port";
import { clearFolder } from "./embedded/postmaster";
import { dataFolder } from "./place";

export type TestPortal = {
  /** such as http://localhost:23456 */
  address: string;
  /** as the portal connects: rows only */
  appUrl: string;
  /** as the migrator connects */
  ownerUrl: string;
  folder: string;
  launcher: Child;
  /** all that the launcher and its children have said so far */
  output(): string;
  /** as SIGTERM does; resolves when all has ended */
  stop(): Promise<void>;
};

export type TestPortalOptions = {
  mode?: "demo" | "start";
  /** the data folder is .data/{name} */
  name?: string;
  /** with what an earlier run left there; otherwise the world begins anew */
  keep?: boolean;
  env?: Record<string, string>;
};

type Greeting = { address: string; appUrl: string; ownerUrl: string };

/** The real thing – launcher, embedded database, build, web server, worker, bridge – on a port and data of its own. */
export async function startPortalForTests(options: TestPortalOptions = {}): Promise<TestPortal> {
  const { mode = "demo", name = "e2e", keep = false, env = {} } = options;
  const folder = dataFolder(name);
  if (!keep) await wipe(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const logFile = join(folder, "launcher.log");
  const log = openSync(logFile, "w", 0o600);
  const port = String(await freePort());
  const launcher = startChild({
    name: "launcher",
    args: ["bin/launch.mjs", mode],
    env: neutralEnv({ GUILDHALL_DATA: folder, PORT: port, LOG_LEVEL: "warn", ...env }),
    stdio: ["ignore", log, log],
    leash: 15_000,
  });
  const output = () => readFileSync(logFile, "utf8");
  const early = launcher.exited.then((how) => {
    throw new Error(`The portal did not start (${how}):\n${output()}`);
  });
  const greeting = await Promise.race([launcher.firstMessage<Greeting>(), early]);
  early.catch(() => {});
  return { ...greeting, folder, launcher, output, stop: () => launcher.stop(15_000) };
}

/** Runs the launcher to its end, for starts that are refused. `nodeArgs` come before the script. */
export async function runLauncher(
  mode: "demo" | "start",
  env: Record<string, string>,
  nodeArgs: string[] = [],
): Promise<{ code: string; output: string }> {
  const launcher = startChild({
    name: "launcher",
    args: [...nodeArgs, "bin/launch.mjs", mode],
    env: neutralEnv({ PORT: String(await freePort()), ...env }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = Promise.all([launcher.stdout, launcher.stderr].map((stream) => (stream ? text(stream) : "")));
  return { code: await launcher.exited, output: (await output).join("") };
}

async function wipe(folder: string): Promise<void> {
  const holder = currentHolder(folder);
  if (holder) throw new Error(`${folder} is in use by process ${holder.pid} (${holder.what})`);
  if (existsSync(folder)) await clearFolder(join(folder, "database"));
  rmSync(folder, { recursive: true, force: true });
}
