import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { weighBuild, weighPage } from "./weigh";

let folder: string;

function put(path: string, content: string | Buffer): number {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
  return gzipSync(content).byteLength;
}

/** A page whose parts name these chunks, as a build writes it. */
function page(parts: Record<string, string[]>, entries: Record<string, string[]> = {}): void {
  const clientModules = Object.fromEntries(Object.entries(parts).map(([name, chunks]) => [name, { id: 1, chunks }]));
  const assigned = JSON.stringify({ clientModules, entryJSFiles: entries });
  put(
    "server/app/(portal)/groups/page_client-reference-manifest.js",
    `globalThis.X = globalThis.X || {};\nglobalThis.X["/(portal)/groups/page"] = ${assigned};\n`,
  );
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guildhall-test-"));
  put("build-manifest.json", JSON.stringify({ rootMainFiles: ["static/chunks/main.js"] }));
});

afterEach(() => rmSync(folder, { recursive: true }));

it("counts each chunk once, compressed, and the framework's main files apart", () => {
  const main = put("static/chunks/main.js", "m".repeat(9_000));
  const menu = put("static/chunks/menu.js", "menu ".repeat(2_000));
  const list = put("static/chunks/list.js", "list ".repeat(3_000));
  put("static/chunks/look.css", "a".repeat(5_000));
  const chunk = (name: string) => `/_next/static/chunks/${name}`;
  page(
    { menu: [chunk("main.js"), chunk("menu.js")], list: [chunk("menu.js"), chunk("look.css")] },
    { page: ["static/chunks/menu.js", "static/chunks/list.js"] },
  );
  expect(weighPage(folder, "(portal)/groups/page")).toEqual({ own: menu + list, framework: main });
});

it.each([
  [119_000, true],
  [121_000, false],
])("says of %i bytes whether they are light enough", (bytes, light) => {
  put("static/chunks/main.js", "");
  // What is random does not become smaller.
  put("static/chunks/heavy.js", randomBytes(bytes));
  page({ heavy: ["/_next/static/chunks/heavy.js"] });
  const said = weighBuild(folder);
  expect(said.light).toBe(light);
  expect(said.sentence).toContain(`${bytes / 1000} kB`);
});
