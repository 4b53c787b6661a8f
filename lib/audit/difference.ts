/** What a line changed, one thing a row, in words that can be read: from what to what. */
import { plainLines } from "./plain";

export interface Difference {
  readonly what: string;
  /** null: it was not there */
  readonly before: string | null;
  readonly after: string | null;
}

const DEPTH = 3;
const LONGEST = 10_000;
const MOST = 100;

/** Only what differs, where both are known; else all that is known. */
export function differencesOf({ before, after }: { before: unknown; after: unknown }): readonly Difference[] {
  const [was, is] = [flat(before), flat(after)];
  const both = was.size > 0 && is.size > 0;
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => ({ what: wordsOf(key), before: was.get(key) ?? null, after: is.get(key) ?? null }))
    .filter((one) => !both || one.before !== one.after)
    .slice(0, MOST);
}

function flat(value: unknown, path = "", depth = 0): Map<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== "object" || Array.isArray(value) || depth === DEPTH) return new Map([[path, sayOf(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, one]) => [...flat(one, path ? `${path} · ${key}` : key, depth + 1)]),
  );
}

function sayOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value === "" ? "nothing" : plainLines(value.slice(0, LONGEST));
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(sayOf).join(", ").slice(0, LONGEST);
  return plainLines(JSON.stringify(value).slice(0, LONGEST));
}

/** `eligibleRoles` as “Eligible roles”. */
function wordsOf(key: string): string {
  const words = plainLines(key).replaceAll(
    /([a-z])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}
