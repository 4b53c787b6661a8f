import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { binariesPackage, executable } from "../first/platform.mjs";
import { Halt } from "../halt";
import { linkLibraries, ownCopy } from "./own-copy";

export type Binaries = { initdb: string; postgres: string; pgCtl: string };

/** The programs of the embedded PostgreSQL, in a place where whoever runs them can read them. */
export function findBinaries(): Binaries {
  const native = packageFolder();
  const folder = linkLibraries(native) && readableBy(native) ? native : ownCopy(native);
  const program = (name: string) => join(folder, "bin", executable(process.platform, name));
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

function packageFolder(): string {
  const { platform, arch } = process;
  const name = binariesPackage({ platform, arch, musl: platform === "linux" && isMusl() });
  const machine = `${platform} on ${arch}${platform === "linux" && isMusl() ? " with musl" : ""}`;
  if (!name) {
    throw new Halt(`There is no embedded PostgreSQL for ${machine}: set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new Halt(`${name} is not installed: run “npm ci --include=optional”, or set DATABASE_URL.`);
  }
}

function isMusl(): boolean {
  // Node 20.19 knows this setting, its types do not; without it the report looks up names on the network.
  Object.assign(process.report, { excludeNetwork: true });
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return !report.header?.glibcVersionRuntime;
}

/** As root somebody else will read them: then every folder on the way must be open to all. */
function readableBy(native: string): boolean {
  if (process.getuid?.() !== 0) return true;
  const open = (path: string, bit: number) => (statSync(path).mode & bit) === bit;
  const program = join(native, "bin", "postgres");
  const data = join(native, "share", "postgresql", "postgres.bki");
  for (let folder = dirname(data); folder !== dirname(folder); folder = dirname(folder)) {
    if (!open(folder, 0o001)) return false;
  }
  return open(join(native, "bin"), 0o001) && open(program, 0o005) && open(data, 0o004);
}
