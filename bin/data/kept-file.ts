import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { Halt } from "../halt";

/** A small JSON file that the launcher keeps for itself. `{}` when it is not there yet. */
export function readKept<T extends object>(file: string): Partial<T> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Halt(`${file} cannot be read (${(error as Error).message}): bring it back from a backup.`);
  }
}

/** Written whole or not at all, readable by its owner alone. */
export function writeKept(file: string, content: object): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
