// Promise: a PostgreSQL of our own on 127.0.0.1, ready when this returns, and stopped with everything written.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseStop, ownSession } from "../first/platform.mjs";
import { Halt } from "../halt";
import { type Binaries, findBinaries } from "./binaries";
import { handOver, makeCluster } from "./cluster";
import { type Identity, serverIdentity } from "./identity";
import { clearFolder, isReady } from "./postmaster";

export type ServerOptions = {
  /** The cluster's own folder; made when it is missing. */
  folder: string;
  port: number;
  /** Of the superuser `postgres`, used when the folder is made. */
  password: string;
  logFile: string;
  /** More settings, `name=value`. */
  settings?: string[];
};

export type Server = { port: number; pid: number; exited: Promise<string>; stop(): Promise<void> };

const SETTINGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "log_checkpoints=off"];

export async function startServer(options: ServerOptions): Promise<Server> {
  const { folder, port } = options;
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const binaries = findBinaries();
  const identity = serverIdentity(folder);
  await clearFolder(folder);
  makeCluster(folder, options.password, binaries, identity);
  const child = launch(options, binaries, identity);
  const exited = new Promise<string>((tell) => {
    child.once("error", (error) => tell(error.message));
    child.once("exit", (code, signal) => tell(signal ? `signal ${signal}` : `code ${code}`));
  });
  await ready(child, exited, options);
  return { port, pid: child.pid ?? 0, exited, stop: () => stop(child, exited, binaries, folder) };
}

function launch(options: ServerOptions, binaries: Binaries, identity: Identity | null): ChildProcess {
  const handed = handOver(options.folder, identity);
  const log = openLog(options.logFile);
  const settings = [...SETTINGS, `port=${options.port}`, ...(options.settings ?? [])].flatMap((each) => ["-c", each]);
  const child = spawn(binaries.postgres, ["-D", handed.path, ...settings], {
    ...identity,
    cwd: "/",
    detached: ownSession(process.platform),
    stdio: ["ignore", log, log, ...handed.descriptors],
  });
  for (const descriptor of [log, ...handed.descriptors]) closeSync(descriptor);
  return child;
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

async function ready(child: ChildProcess, exited: Promise<string>, { folder, logFile }: ServerOptions): Promise<void> {
  let end: string | undefined;
  exited.then((how) => {
    end = how;
  });
  for (let waited = 0; !isReady(folder); waited += 20) {
    if (end) throw new Halt(`PostgreSQL did not start (${end}): ${lastWords(logFile)}`);
    if (waited > 60_000) {
      child.kill("SIGQUIT");
      throw new Halt(`PostgreSQL was not ready within a minute: ${logFile} says more.`);
    }
    await sleep(20);
  }
}

function lastWords(logFile: string): string {
  const lines = readFileSync(logFile, "utf8").trim().split("\n");
  return `${lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1)}; ${logFile} says more.`;
}

/** Fast shutdown: open transactions are rolled back, everything committed is written. At once, if that takes 4 seconds. */
async function stop(child: ChildProcess, exited: Promise<string>, binaries: Binaries, folder: string): Promise<void> {
  if (databaseStop(process.platform) === "pg_ctl") {
    spawnSync(binaries.pgCtl, ["stop", "-D", folder, "-m", "fast", "-t", "4"], { stdio: "ignore" });
  } else {
    child.kill("SIGINT");
  }
  const late = setTimeout(() => child.kill("SIGQUIT"), 4_000);
  await exited;
  clearTimeout(late);
}
