/** Every attack that Guildhall claims to withstand is named in the title of a test that proves it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What has to be proven by now. */
const CLAIMED = [
  ...range(1, 8), // objects, functions, mass assignment, types
  ...[9, 10, 11], // giving more than one holds, to oneself or to others
  12, // what is hidden comes to light
  ...[13, 14, 15], // one's own request, closed doors, the last administrator
  16, // lists at the side
  17, // names that deceive
  ...[18, 19, 21, 22, 23, 24], // hidden groups
  26, // mail and notices name what is seen now
  35, // reading changes nothing
  ...range(39, 41), // sessions
  ...range(48, 52), // foreign forms, frames, stepping in, markup, nonce
  ...[53, 54, 55, 56, 57], // formulas, statements, log lines, patterns and addresses made of what was typed
  59, // files that are sent
  ...range(60, 63), // caches and the framework
  ...[66, 67, 68, 69, 70], // asking twice, overtaken and ended requests, deadlocks, clocks
  ...[71, 72], // accounts that go and come again
  ...[73, 74], // many at once, pages and limits
  ...[77, 78, 80], // the log
  ...[86, 87], // packages and migrations
  89, // no default way in
];

/** Features that do not exist, and the attacks on them; a test is owed as soon as one of the words turns up in a path. */
const NOT_YET: readonly { ids: readonly number[]; words: RegExp; what: string }[] = [
  { ids: [58, 79, 81, 82, 84], words: /webhook/i, what: "webhooks" },
  { ids: [83], words: /\bscim\b/i, what: "SCIM" },
  { ids: [85], words: /(api|service)-tokens?\b/i, what: "service tokens" },
  { ids: [71], words: /merge-accounts?/i, what: "merging accounts" },
  { ids: [12], words: /(change|transfer)-group-type|re-?parent/i, what: "changing a group's type" },
];

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

function paths(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? paths(path) : [path];
  });
}

const all = ["app", "lib", "db", "bin", "e2e"].flatMap(paths);

/** Numbers named in titles of tests: `it("T18 …")`, `describe("… (T39, T40)")`. */
function proven(): Set<number> {
  const found = new Set<number>();
  for (const path of all.filter((one) => /\.(test|spec)\.tsx?$/.test(one) && !one.endsWith("threats.test.ts"))) {
    const text = readFileSync(join(ROOT, path), "utf8");
    const titles = text.matchAll(/\b(?:it|test|describe)(?:\.each\([\s\S]*?\)|\.\w+)?\(\s*[`"']([^`"'\n]*)/g);
    for (const [, title = ""] of titles) for (const [, id] of title.matchAll(/\bT(\d{2})\b/g)) found.add(Number(id));
  }
  return found;
}

describe("attacks", () => {
  it("each claimed one is named by a test", () => {
    const named = proven();
    const missing = CLAIMED.filter((id) => !named.has(id)).map((id) => `T${String(id).padStart(2, "0")}`);
    expect(missing, `no test bears ${missing.join(", ")}`).toEqual([]);
  });

  it.each(NOT_YET)("nothing of $what exists yet, so nothing is owed", ({ words }) => {
    expect(all.filter((path) => words.test(path))).toEqual([]);
  });
});
