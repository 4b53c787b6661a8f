import { randomBytes } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { operatorEnv } from "@/lib/env";
import { freePort } from "./embedded/free-port";
import { clearFolder } from "./embedded/postmaster";
import { startServer } from "./embedded/server";
import { dataFolder } from "./place";
import { isAlive } from "./process";

// Nothing here outlives the run, so nothing waits for the disk.
const SETTINGS = [
  ...["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"],
  ...["wal_level=minimal", "max_wal_senders=0", "autovacuum=off", "max_wal_size=4GB", "checkpoint_timeout=1h"],
];

/**
 * A PostgreSQL for one run of tests: the one that TEST_DATABASE_URL names, else an embedded one of its own, gone after
 * `stop()`. `ownerUrl` is a superuser's, to the database `postgres` (or what TEST_DATABASE_URL names).
 */
export async function startTestServer(): Promise<TestServer> {
  const external = operatorEnv().TEST_DATABASE_URL;
  return external ? { ownerUrl: external, stop: async () => {} } : startOwnServer();
}

export type TestServer = { ownerUrl: string; stop(): Promise<void> };

/** An embedded one whatever is set: a second server, for what is about two of them. */
export async function startOwnServer(): Promise<TestServer> {
  const home = testHome();
  await sweep(home);
  const folder = join(home, `${process.pid}-${randomBytes(4).toString("hex")}`);
  mkdirSync(folder, { mode: 0o700 });
  const password = randomBytes(16).toString("hex");
  const server = await startServer({
    folder: join(folder, "database"),
    port: await freePort(),
    password,
    logFile: join(folder, "postgres.log"),
    settings: SETTINGS,
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ownerUrl: `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`, stop };
}

const MEMORY = "/dev/shm";
const ENOUGH = 2 * 1024 ** 3;

/** In memory where the system has a folder there with room: thousands of short-lived databases are mostly files. */
function testHome(): string {
  const home = inMemory() ?? dataFolder("test");
  mkdirSync(home, { recursive: true });
  return home;
}

/** Everybody may write there, so what bears our name is used only if it is ours. */
function inMemory(): string | null {
  const { uid } = userInfo();
  const home = join(MEMORY, `guildhall-tests-${uid}`);
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < ENOUGH) return null;
    mkdirSync(home, { recursive: true });
    const there = lstatSync(home);
    return there.isDirectory() && there.uid === uid ? home : null;
  } catch {
    return null;
  }
}

/** Runs that were killed leave a server and a folder behind. */
async function sweep(home: string): Promise<void> {
  for (const name of readdirSync(home)) {
    const folder = join(home, name);
    if (isAlive(Number(name.split("-")[0]))) continue;
    await clearFolder(join(folder, "database"));
    rmSync(folder, { recursive: true, force: true });
  }
}
