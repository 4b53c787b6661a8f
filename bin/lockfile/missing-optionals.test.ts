import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../place";
import { missingOptionals } from "./missing-optionals";

it("finds nothing in ours: else “npm ci” refuses it; bin/lockfile/complete.ts mends it", () => {
  expect(missingOptionals(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")))).toEqual([]);
});

it("finds what is not there, or there in another version only", () => {
  const dependent = { version: "1.0.0", optionalDependencies: { "@a/linux-x64": "1.0.0", "@a/win32-x64": "1.0.0" } };
  const packages = {
    "": {},
    "node_modules/a": dependent,
    "node_modules/b/node_modules/a": dependent,
    "node_modules/@a/linux-x64": { version: "1.0.0" },
    "node_modules/@a/win32-x64": { version: "2.0.0" },
    "node_modules/b/node_modules/@a/win32-x64": { version: "1.0.0" },
  };
  expect(missingOptionals({ packages })).toEqual([
    { place: "node_modules/@a/win32-x64", name: "@a/win32-x64", version: "1.0.0" },
  ]);
});

it("leaves ranges to npm", () => {
  const packages = { "node_modules/a": { optionalDependencies: { fsevents: "~2.3.2" } } };
  expect(missingOptionals({ packages })).toEqual([]);
});
