import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Where a portal keeps what is its own; `chosen` is what GUILDHALL_DATA says, taken from the project's folder. */
export function dataFolder(name: string, chosen?: string): string {
  return chosen ? resolve(root, chosen) : join(root, ".data", name);
}
