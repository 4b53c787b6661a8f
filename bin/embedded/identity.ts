import { readFileSync, statSync } from "node:fs";

export type Identity = { uid: number; gid: number };

/**
 * Whom PostgreSQL runs as: null for “as ourselves”. As root it refuses to run, so then the owner of the data it already
 * has, or `nobody` (initdb insists on an account that is listed).
 */
export function serverIdentity(folder: string): Identity | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return nobody(readFileSync("/etc/passwd", "utf8"));
}

export function nobody(passwd: string): Identity {
  const line = passwd.split("\n").find((entry) => entry.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  // macOS lists nobody as -2, which the system calls understand as its unsigned twin.
  return { uid: Number(uid ?? 65534) >>> 0, gid: Number(gid ?? 65534) >>> 0 };
}
