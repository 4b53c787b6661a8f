import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Halt } from "../halt";
import { isAlive } from "../process";

/** The server that works in this folder, if one does: an earlier launcher may have been killed before it could stop it. */
export function findPostmaster(folder: string): number | undefined {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (pid > 0 && isAlive(pid) && worksIn(pid, folder) !== false) return pid;
}

/** Whether PostgreSQL has written that it takes connections. */
export function isReady(folder: string): boolean {
  const file = join(folder, "postmaster.pid");
  return existsSync(file) && readFileSync(file, "utf8").split("\n")[7]?.trim() === "ready";
}

/**
 * Leaves the folder to whoever starts next: stops an orphaned server, waits for what a killed one left behind, and takes
 * away its pid file, whose number may belong to somebody else by now.
 */
export async function clearFolder(folder: string): Promise<void> {
  const orphan = findPostmaster(folder);
  if (orphan) process.kill(orphan, "SIGINT");
  for (let waited = 0; findPostmaster(folder) || workersIn(folder).length > 0; waited += 50) {
    if (waited === 10_000) for (const pid of workersIn(folder)) process.kill(pid, "SIGQUIT");
    if (waited > 15_000) {
      throw new Halt(`PostgreSQL (process ${orphan}) does not leave ${folder}: end it, then start again.`);
    }
    await sleep(50);
  }
  // Where nobody can be seen working here, PostgreSQL's own question, whether the number lives, would only mislead it.
  if (process.platform === "linux") rmSync(join(folder, "postmaster.pid"), { force: true });
}

/** `undefined` where the system does not tell. */
function worksIn(pid: number, folder: string): boolean | undefined {
  try {
    const isPostgres = readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
    return isPostgres && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return undefined;
  }
}

function workersIn(folder: string): number[] {
  if (process.platform !== "linux") return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => worksIn(pid, folder));
}
