import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const room = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(room, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && !name.includes(".test"),
);

// Where loading a file throws, a test that imports it is not run at all, and its failure is easily overlooked.
it.each(files)("%s loads by itself", { timeout: 300_000 }, async (name) => {
  await expect(import(/* @vite-ignore */ join(room, name))).resolves.toBeTypeOf("object");
});
