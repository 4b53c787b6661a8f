/** What the address asks of a log: the page, its links and the file read it alike. */
import type { Route } from "next";
import { dayOf, type LogQuery } from "@/lib/audit/filters";
import { one, withQuery } from "../paths";

type Query = Record<string, string | string[] | undefined>;

export interface AskedLog extends LogQuery {
  readonly after?: string | null;
}

const WHOLE = ["event", "group", "person", "actor", "type", "cause", "request", "from", "to"] as const;
/** Of one group there is no other group to ask for, and no type; people are named by their lines alone. */
const OF_GROUP = ["event", "person", "actor", "cause", "request", "from", "to"] as const;
const LONGEST = 200;

/** `base`: where the log stands, `/admin/audit` or a group's own. */
export function askedFrom(query: Query, base: string): AskedLog {
  const keys = base.startsWith("/groups/") ? OF_GROUP : WHOLE;
  const said = keys.map((key) => [key, valueFor(key, one(query[key]))] as const);
  return { ...Object.fromEntries(said), after: one(query.after) ?? null };
}

function valueFor(key: string, text: string | undefined): string | null {
  const value = text?.trim().slice(0, LONGEST) || null;
  return key === "from" || key === "to" ? dayOf(value) : value;
}

export function logPath(base: string, asked: AskedLog): Route {
  return withQuery(base, { ...asked });
}

export const isNarrowed = ({ after: _after, ...query }: AskedLog): boolean => Object.values(query).some(Boolean);
