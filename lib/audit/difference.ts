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

interface Changed {
  readonly before: unknown;
  readonly after: unknown;
  /** labels of the roles that a membership brings, by name; what has none stands by its name */
  readonly roleLabels?: Readonly<Record<string, string>>;
}

/** Only what differs, where both are known; else all that is known. */
export function differencesOf({ before, after, roleLabels = {} }: Changed): readonly Difference[] {
  const [was, is] = [flat(called(before, roleLabels)), flat(called(after, roleLabels))];
  const both = was.size > 0 && is.size > 0;
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => ({ what: wordsOf(key), before: was.get(key) ?? null, after: is.get(key) ?? null }))
    .filter((one) => !both || one.before !== one.after)
    .slice(0, MOST);
}

function called(value: unknown, labels: Readonly<Record<string, string>>): unknown {
  if (typeof value !== "object" || value === null || !("roles" in value) || !Array.isArray(value.roles)) return value;
  const label = (role: unknown) => (typeof role === "string" && Object.hasOwn(labels, role) ? labels[role] : role);
  return { ...value, roles: value.roles.map(label) };
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
