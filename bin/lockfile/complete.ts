// `node bin/launch.mjs run bin/lockfile/complete.ts`, after adding a package: names in package-lock.json the optional packages
// of other platforms. npm leaves out those that the registry at hand does not hold, and `npm ci` then refuses the lockfile.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../place";
import { type Lockfile, missingOptionals } from "./missing-optionals";

const OS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const CPU = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32"];

/** Platform packages say in their names what they are for. Without a digest: that is the registry's to give. */
function entryFor(name: string, version: string): object {
  const words = name.split(/[-/.]/);
  const named = (known: string[]) => known.filter((each) => words.includes(each)).slice(0, 1);
  const musl = words.some((word) => word.startsWith("musl"));
  const [cpu, os] = [named(CPU), named(OS)];
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(musl && { libc: ["musl"] }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

const file = join(root, "package-lock.json");
const lock: Lockfile = JSON.parse(readFileSync(file, "utf8"));
for (const { place, name, version } of missingOptionals(lock)) {
  lock.packages[place] = entryFor(name, version);
  console.log(`${place} ${version}`);
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
