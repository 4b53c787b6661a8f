import { spawnSync } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openFolderPath } from "../first/platform.mjs";
import { Halt } from "../halt";
import type { Binaries } from "./binaries";
import type { Identity } from "./identity";

/** How the server reaches its folder. As somebody else it gets it handed over open: no folder above need be open to it. */
export type Handed = { path: string; descriptors: number[] };

export function handOver(folder: string, identity: Identity | null, ...files: string[]): Handed & { files: string[] } {
  const asOpen = (path: string, index: number) => openFolderPath(process.platform, 3 + index) ?? path;
  if (!identity || !openFolderPath(process.platform, 3)) return { path: folder, descriptors: [], files };
  const [path = folder, ...handed] = [folder, ...files].map(asOpen);
  return { path, descriptors: [folder, ...files].map((each) => openSync(each, "r")), files: handed };
}

/** Makes the folder of a new, empty server with the superuser `postgres`; whole or not at all. */
export function makeCluster(folder: string, password: string, binaries: Binaries, identity: Identity | null): void {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.new`;
  const passwordFile = join(dirname(folder), "password.new");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (identity) for (const path of [unfinished, passwordFile]) chownSync(path, identity.uid, identity.gid);
  const handed = handOver(unfinished, identity, passwordFile);
  const [passwordPath] = handed.files;
  const options = ["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-instructions"];
  const run = spawnSync(binaries.initdb, ["-D", handed.path, `--pwfile=${passwordPath}`, ...options], {
    ...identity,
    cwd: "/",
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe", ...handed.descriptors],
  });
  for (const descriptor of handed.descriptors) closeSync(descriptor);
  rmSync(passwordFile);
  if (run.status !== 0) {
    const said = (run.error?.message ?? run.stderr).trim().split("\n").join(" ");
    throw new Halt(`PostgreSQL could not make its data folder ${folder}: ${said}. Mend that, or set DATABASE_URL.`);
  }
  renameSync(unfinished, folder);
}
