/** What others wrote is pinned, checked against its digest, runs nothing when it is installed, and may be used by us. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
}

const locked = Object.entries<Locked>(read("package-lock.json").packages).filter(([path]) => path !== "");
const wanted: Record<string, string> = (() => {
  const { dependencies, devDependencies, optionalDependencies } = read("package.json");
  return { ...dependencies, ...devDependencies, ...optionalDependencies };
})();

/** The oldest versions without a fault that we know of and that would matter here. */
const FLOORS: Readonly<Record<string, string>> = {
  next: "16.4.0",
  "next-auth": "5.0.0-beta.32",
  nodemailer: "10.0.0",
  "drizzle-orm": "0.45.0",
  pg: "8.16.0",
  react: "19.2.1",
  "react-dom": "19.2.1",
  ws: "8.17.1",
  postcss: "8.4.31",
  yaml: "2.2.2",
};

const LICENCES =
  /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|LGPL-3\.0-or-later|OFL-1\.1|CC-BY-4\.0|CC0-1\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense)$/;

/** Whether `version` is at least `floor`; a beta comes before its release. */
function isAtLeast(version: string, floor: string): boolean {
  const parts = (text: string) => text.split(/[.-]/).map((part) => (/^\d+$/.test(part) ? Number(part) : -1));
  const [has, needs] = [parts(version), parts(floor)];
  for (let n = 0; n < Math.max(has.length, needs.length); n++) {
    const [a = 0, b = 0] = [has[n], needs[n]];
    if (a !== b) return a > b;
  }
  return true;
}

const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

describe("T86 packages", () => {
  it("are named with their exact version", () => {
    const loose = Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it("are checked against a digest, and come from the registry alone", () => {
    const unchecked = locked.filter(([, { integrity, optional }]) => !integrity && !optional).map(([path]) => path);
    expect(unchecked).toEqual([]);
    expect(
      locked.filter(([, { resolved }]) => resolved && !resolved.startsWith("https://")).map(([path]) => path),
    ).toEqual([]);
  });

  it("run nothing of their own when they are installed", () => {
    expect(readFileSync(join(ROOT, "bin/first/install.mjs"), "utf8")).toContain('["ci", "--ignore-scripts",');
  });

  it("are not older than what is known to be mended", () => {
    const old = locked.filter(([path, { version }]) => {
      const floor = FLOORS[nameOf(path)];
      return floor !== undefined && !isAtLeast(version, floor);
    });
    expect(old.map(([path, { version }]) => `${path} ${version}`)).toEqual([]);
    for (const name of Object.keys(FLOORS))
      expect(
        locked.some(([path]) => nameOf(path) === name),
        name,
      ).toBe(true);
  });

  it("finds an older one", () => {
    expect(isAtLeast("16.3.9", "16.4.0")).toBe(false);
    expect(isAtLeast("5.0.0-beta.31", "5.0.0-beta.32")).toBe(false);
    expect(isAtLeast("10.6.0", "10.0.0")).toBe(true);
  });

  it("bear licences that allow us to use them", () => {
    const others = locked.flatMap(([path]) => {
      const file = join(ROOT, path, "package.json");
      if (!existsSync(file)) return [];
      const { license } = JSON.parse(readFileSync(file, "utf8"));
      const choices = String(license ?? "none")
        .replaceAll(/[()]/g, "")
        .split(" OR ");
      return choices.some((one) => LICENCES.test(one)) ? [] : [`${path}: ${license}`];
    });
    expect(others).toEqual([]);
  });
});
