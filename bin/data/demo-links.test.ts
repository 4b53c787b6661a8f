import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { tellLinks } from "./demo-links";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guildhall-links-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ADDRESS = "http://localhost:3000";
const LINKS = [{ label: "Scouts: a hidden crew", path: "/join/ghj_secret" }];

it("tells new links in full, and keeps them where only their owner reads them", () => {
  expect(tellLinks(folder, ADDRESS, LINKS).join("\n")).toContain(
    "  Scouts: a hidden crew\n    http://localhost:3000/join/ghj_secret",
  );
  const file = join(folder, "links.json");
  expect(JSON.parse(readFileSync(file, "utf8")).links).toEqual([
    { label: "Scouts: a hidden crew", link: "http://localhost:3000/join/ghj_secret" },
  ]);
  if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
});

it("says on a later start where they are, and no secret", () => {
  tellLinks(folder, ADDRESS, LINKS);
  const later = tellLinks(folder, ADDRESS, []).join("\n");
  expect(later).toContain("links.json");
  expect(later).not.toContain("ghj_");
});

it("says nothing of links that nobody kept", () => {
  expect(tellLinks(folder, ADDRESS, [])).toEqual([]);
});
