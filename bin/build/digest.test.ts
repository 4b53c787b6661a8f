import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sourceDigest, sourceFiles } from "./digest";

let root: string;

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "guildhall-test-"));
  put("app/page.tsx", "page");
  put("package-lock.json", "{}");
  put("node_modules/zod/index.js", "zod");
});

afterEach(() => rmSync(root, { recursive: true }));

it("is made of what a build is made of", () => {
  put("bin/portal.ts", "launcher");
  put("e2e/join.spec.ts", "spec");
  put("README.md", "words");
  put("app/page.test.tsx", "test");
  put(".next/BUILD_ID", "id");
  expect(sourceFiles(root)).toEqual([join("app", "page.tsx"), "package-lock.json"]);
});

describe("changes with", () => {
  it.each([
    ["a source", () => put("app/page.tsx", "other")],
    ["a new source in a new folder", () => put("content/terms.ts", "new")],
    ["the lockfile", () => put("package-lock.json", "{ }")],
  ])("%s", (_what, change) => {
    const before = sourceDigest(root, ["key"]);
    change();
    expect(sourceDigest(root, ["key"])).not.toBe(before);
  });

  it("the key, and with a name that moves between two files", () => {
    expect(sourceDigest(root, ["other"])).not.toBe(sourceDigest(root, ["key"]));
  });
});

it("stays with a test, a manual page or the launcher", () => {
  const before = sourceDigest(root, ["key"]);
  put("app/page.test.tsx", "test");
  put("docs/manual.md", "words");
  put("bin/portal.ts", "launcher");
  expect(sourceDigest(root, ["key"])).toBe(before);
});
