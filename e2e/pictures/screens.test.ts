import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "@/bin/place";
import { FRAMED, SCREENS } from "./screens";

/** Addresses of all pages, from the folders: what stands in brackets () is no part of an address. */
const routes = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|\/)page\.tsx$/.test(path))
  .map((path) => `/${path}`.replaceAll(/\/\([^)]*\)/g, "").replace(/\/?page\.tsx$/, "") || "/");

it("every page is in at least one picture, and no picture is of a page that is gone", () => {
  expect([...new Set(SCREENS.map(({ route }) => route))].sort()).toEqual(routes.sort());
});

it("what the README shows is there", () => {
  const shown = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/docs\/pictures\/([\w.-]+\.webp)/g)];
  const files = shown.map(([, file = ""]) => file);
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    expect(existsSync(join(root, "docs/pictures", file)), file).toBe(true);
    if (!file.startsWith("contact-sheet")) expect(FRAMED).toContain(file.replace(/-\d+-(light|dark)\.webp$/, ""));
  }
});

it("every screen has a name of its own, fit for a file", () => {
  const names = SCREENS.map(({ name }) => name);
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
  expect(names.filter((name) => !/^[a-z][a-z-]+$/.test(name))).toEqual([]);
});
