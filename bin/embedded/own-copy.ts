import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Halt } from "../halt";

/** Makes the links that the package's install script would have made; false when the folder cannot be written. */
export function linkLibraries(native: string): boolean {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  const place = (target: string) => join(native, target.replace(/^native\//, ""));
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), place(target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      // A folder that cannot be written says so before it says that the link is there.
      if (!existsSync(place(target))) return false;
    }
  }
  return true;
}

/** A copy in the system's temporary folder, made once per user and version, and trusted only if it is our own. */
export function ownCopy(native: string): string {
  const version = readFileSync(join(native, "..", "package.json"), "utf8");
  const key = createHash("sha256").update(`${native}\n${process.getuid?.()}\n${version}`).digest("hex").slice(0, 16);
  const folder = join(tmpdir(), `guildhall-${key}`);
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found && (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0)) {
    throw new Halt(`${folder} is not ours to trust: remove it, or set TMPDIR to a folder of your own.`);
  }
  const wanted = (file: string) => !file.endsWith(".a") && !file.endsWith("pkgconfig");
  if (found && countFiles(folder) === countFiles(native, wanted)) return folder;
  const made = mkdtempSync(`${folder}-`);
  cpSync(native, made, { recursive: true, filter: wanted, verbatimSymlinks: true });
  openToAll(made);
  linkLibraries(made);
  return putInPlace(made, folder);
}

/** Another start may have been quicker: then its copy is as good as ours. */
function putInPlace(made: string, folder: string): string {
  try {
    rmSync(folder, { recursive: true, force: true });
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function countFiles(folder: string, wanted = (_file: string) => true): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && wanted(entry.name)).length;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, isExecutable(path) ? 0o755 : 0o644);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
