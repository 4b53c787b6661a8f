import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "@/bin/place";
import { SCREENS } from "./screens";

/** Addresses of all pages, from the folders: what stands in brackets () is no part of an address. */
const routes = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|\/)page\.tsx$/.test(path))
  .map((path) => `/${path}`.replaceAll(/\/\([^)]*\)/g, "").replace(/\/?page\.tsx$/, "") || "/");

it("every page is in at least one picture, and no picture is of a page that is gone", () => {
  expect([...new Set(SCREENS.map(({ route }) => route))].sort()).toEqual(routes.sort());
});

it("every screen has a name of its own, fit for a file", () => {
  const names = SCREENS.map(({ name }) => name);
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
  expect(names.filter((name) => !/^[a-z][a-z-]+$/.test(name))).toEqual([]);
});
