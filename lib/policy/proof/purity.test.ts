import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const room = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(room, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const isProof = (name: string) => name.includes(".test");
const imports = (name: string) =>
  [...readFileSync(join(room, name), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    ([, path = ""]) => path,
  );
const stray = (name: string) =>
  imports(name).filter((path) => {
    const target = relative(room, resolve(room, dirname(name), path));
    return !path.startsWith(".") || target.startsWith("..") || target.includes(".test");
  });

describe("the room is pure", () => {
  it.each(files.filter((name) => !isProof(name)))("%s imports nothing from outside, and no test", (name) => {
    expect(stray(name)).toEqual([]);
    expect(readFileSync(join(room, name), "utf8")).not.toMatch(/\b(process|Date|Math\.random|fetch|setTimeout)\b/);
  });

  it("and the oracle imports nothing at all", () => {
    expect(imports("proof/oracle.test-kit.ts")).toEqual([]);
    expect(imports("decide.ts")).not.toEqual([]);
    expect(stray("proof/purity.test.ts").length).toBeGreaterThan(0);
  });
});
