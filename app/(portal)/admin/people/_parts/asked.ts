/** What the address asks of the list of people. */
import type { Route } from "next";
import type { PeopleQuery } from "@/lib/people/queries/list-people";
import { type PeopleFilter, SEEN, STATES } from "@/lib/people/schema-accounts";
import { one, withQuery } from "../../../_parts/paths";

type Query = Record<string, string | string[] | undefined>;

export const STATE_WORDS: Readonly<Record<(typeof STATES)[number], string>> = {
  active: "Active",
  inactive: "Not active",
  waits: "Waits for proof",
  owner: "Site owners",
};

export const SEEN_WORDS: Readonly<Record<(typeof SEEN)[number], string>> = {
  never: "Never",
  "30": "Not for 30 days",
  "90": "Not for 90 days",
  "365": "Not for a year",
};

const among = <T extends string>(known: readonly T[], text: string | undefined): T | null =>
  known.find((value) => value === text) ?? null;

export function filterFrom(query: Query): PeopleFilter {
  return {
    q: one(query.q) ?? null,
    role: one(query.role) ?? null,
    state: among(STATES, one(query.state)),
    seen: among(SEEN, one(query.seen)),
    groups: one(query.groups) === "none" ? "none" : null,
  };
}

export function askedFrom(query: Query): PeopleQuery {
  return { ...filterFrom(query), after: one(query.after) ?? null };
}

export function peoplePath({ q, role, state, seen, groups, after }: PeopleQuery): Route {
  return withQuery("/admin/people", { q, role, state, seen, groups, after });
}

/** The filter as fields of a form that is sent to another page. */
export function filterFields({ q, role, state, seen, groups }: PeopleFilter): [name: string, value: string][] {
  return Object.entries({ q, role, state, seen, groups }).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
}
