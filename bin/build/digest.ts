import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** What stands at the root and never becomes part of a build. What is not named here counts. */
const OUTSIDE = new Set([
  "node_modules",
  "bin",
  "e2e",
  "docs",
  "coverage",
  "reports",
  "test-results",
  "playwright-report",
  "next-env.d.ts",
  "vitest.config.ts",
  "playwright.config.ts",
  "biome.json",
]);

/** Sorted paths, relative to `root`, of the files that a build is made of. */
export function sourceFiles(root: string): string[] {
  const roots = readdirSync(root, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith(".") && !OUTSIDE.has(name),
  );
  const files = roots.flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    const inside = readdirSync(join(root, entry.name), { recursive: true, withFileTypes: true });
    return inside
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name).slice(join(root, sep).length));
  });
  return files.filter((file) => !/\.test\.tsx?$|\.md$|\.tsbuildinfo$/.test(file)).sort();
}

/** Changes when a source, the lockfile, Node's major version or anything in `also` does. */
export function sourceDigest(root: string, also: string[]): string {
  const hash = createHash("sha256");
  for (const word of [process.versions.node.split(".")[0], ...also]) hash.update(`${word}\0`);
  for (const file of sourceFiles(root)) {
    hash.update(`${file.split(sep).join("/")}\0`);
    hash.update(readFileSync(join(root, file)));
    hash.update("\0");
  }
  return hash.digest("hex");
}
