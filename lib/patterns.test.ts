/** No pattern of the code can be kept busy by what somebody typed; nobody else's pattern is ever run. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { check } from "recheck";
import { parseSync, Visitor, type VisitorObject } from "vite";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NOT_HERE = /\.(test|spec|test-kit)\.tsx?$|\/testing\/|\/proof\//;

interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

const files = [...["app", "lib", "db"].flatMap(walk), join(ROOT, "proxy.ts")].filter(
  (path) => /\.tsx?$/.test(path) && !NOT_HERE.test(path),
);

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(path) : [join(ROOT, path)];
  });
}

/** Patterns written out, and places that make one of a text. */
function patternsOf(path: string, text: string): { written: Pattern[]; made: string[] } {
  const where = relative(ROOT, path);
  const written: Pattern[] = [];
  const made: string[] = [];
  const { program } = parseSync(path, text, { lang: path.endsWith("x") ? "tsx" : "ts" });
  const isMaker = (callee: { type: string; name?: unknown }) =>
    callee.type === "Identifier" && callee.name === "RegExp";
  const visit: VisitorObject = {};
  visit.Literal = (node) => {
    if ("regex" in node && node.regex) written.push({ where, source: node.regex.pattern, flags: node.regex.flags });
  };
  visit.NewExpression = ({ callee }) => void (isMaker(callee) && made.push(where));
  visit.CallExpression = ({ callee }) => void (isMaker(callee) && made.push(where));
  new Visitor(visit).visit(program);
  return { written, made };
}

const found = files.map((path) => patternsOf(path, readFileSync(path, "utf8")));
const written = found.flatMap((one) => one.written);
/** What repeats nothing without end is never slow. */
const endless = ({ source }: Pattern) => /[*+]|\{\d+,\}/.test(source);
const distinct = [...new Map(written.filter(endless).map((one) => [`/${one.source}/${one.flags}`, one])).values()];

/** The square of a few thousand letters, which is all that they are given. */
const SHORT = ["lib/posts/excerpt.ts"];
/** Made of letters that stand in the code itself. */
const OWN = ["lib/fold.ts"];

const isSafe = async ({ source, flags }: Pick<Pattern, "source" | "flags">) =>
  (await check(source, flags.replace("d", ""), { timeout: 20_000, randomSeed: 1 })).status !== "vulnerable";

describe("patterns", () => {
  it("T56 take no more than their share of time, whatever they are given", { timeout: 300_000 }, async () => {
    expect(distinct.length).toBeGreaterThan(30);
    const slow: string[] = [];
    for (const one of distinct.filter(({ where }) => !SHORT.includes(where)))
      if (!(await isSafe(one))) slow.push(`${one.where}: /${one.source}/${one.flags}`);
    expect(slow, slow.join("\n")).toEqual([]);
  });

  it("T56 finds one that does not", async () => {
    const { written } = patternsOf("x.ts", "export const slow = /^(a+)+$/;");
    expect(await isSafe(written[0] ?? { source: "", flags: "" })).toBe(false);
  });

  it("T56 are never made of what somebody typed", () => {
    expect(found.flatMap(({ made }) => made)).toEqual(OWN);
    expect(patternsOf("x.ts", "const a = new RegExp(typed);").made).toEqual(["x.ts"]);
  });
});
