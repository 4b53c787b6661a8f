// Promise: one launcher per data folder. Who comes second is told who holds it; a killed holder holds nothing.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Halt } from "../halt";
import { birthOf, isAlive } from "../process";

type Holder = { pid: number; birth: string; since: string; what: string };

/** `afterKill`: the holder before us ended without cleaning up. */
export type Lock = { afterKill: boolean; release(): void };

/** `what` is the work that is done there, in a word. */
export function claim(folder: string, what: string): Lock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "lock.json");
  let afterKill = false;
  for (let tries = 0; tries < 10; tries++) {
    if (take(file, what)) return { afterKill, release: () => rmSync(file, { force: true }) };
    const holder = readHolder(file);
    if (holder && holds(holder)) {
      throw new Halt(
        `${folder} is in use by process ${holder.pid} (${holder.what}, since ${holder.since}): stop that one first.`,
      );
    }
    afterKill = true;
    if (holder) takeAway(file, holder);
  }
  throw new Halt(`${file} changes hands too quickly: start once more.`);
}

/** Who runs on this folder now. */
export function currentHolder(folder: string): { pid: number; what: string } | undefined {
  const holder = readHolder(join(folder, "lock.json"));
  return holder && holds(holder) ? holder : undefined;
}

/** A link appears whole or not at all, and only where there is none. */
function take(file: string, what: string): boolean {
  const own = `${file}.${process.pid}`;
  const since = new Date(performance.timeOrigin).toISOString();
  const holder: Holder = { pid: process.pid, birth: birthOf(process.pid), since, what };
  writeFileSync(own, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(own);
  }
}

/** Somebody may have been quicker: a lock that is not the stale one is put back. */
function takeAway(file: string, stale: Holder): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = readHolder(aside);
  if (taken && (taken.pid !== stale.pid || taken.birth !== stale.birth)) linkSync(aside, file);
  rmSync(aside);
}

function holds({ pid, birth }: Holder): boolean {
  return isAlive(pid) && birthOf(pid) === birth;
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EACCES") {
      throw new Halt(`${file} belongs to another user: start as that user, or set GUILDHALL_DATA.`);
    }
    return undefined;
  }
}
