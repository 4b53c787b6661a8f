import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether there is such a process and it is more than the remains of one. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return stat(pid)?.[0] !== "Z";
}

/** When a process began, in words that only mean something on this machine; tells it from a later one of its number. */
export function birthOf(pid: number): string {
  if (process.platform === "win32") return "";
  if (process.platform !== "linux")
    return spawnSync("ps", ["-o", "lstart=", "-p", `${pid}`])
      .stdout.toString()
      .trim();
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return `${boot} ${stat(pid)?.[19] ?? ""}`;
}

/** The fields of /proc/…/stat from the third (the state) on; the second is a name that may hold anything. */
function stat(pid: number): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    return line.slice(line.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
