import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { readKept, writeKept } from "../data/kept-file";
import { root } from "../place";

/**
 * The key that a build seals the arguments of its server actions with: 32 bytes in base64. It belongs to the build, so all
 * portals of this checkout share it; it is kept, so that a form opened before a new build can still be sent after it.
 */
export function keepActionsKey(): string {
  const folder = join(root, ".data");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "actions-key.json");
  const kept = readKept<{ key: string }>(file).key;
  if (kept) return kept;
  const key = randomBytes(32).toString("base64");
  writeKept(file, { key });
  return key;
}
