/** What the address asks of the list of people. */
import type { Route } from "next";
import type { PeopleQuery } from "@/lib/people/queries/list-people";
import { one, withQuery } from "../../../_parts/paths";

export const STATES = { active: "Active", inactive: "Not active", owner: "Site owners" } as const;

const isState = (text: string | undefined): text is keyof typeof STATES =>
  text !== undefined && Object.hasOwn(STATES, text);

export function askedFrom(query: Record<string, string | string[] | undefined>): PeopleQuery {
  const state = one(query.state);
  return {
    q: one(query.q) ?? null,
    role: one(query.role) ?? null,
    state: isState(state) ? state : null,
    after: one(query.after) ?? null,
  };
}

export function peoplePath({ q, role, state, after }: PeopleQuery): Route {
  return withQuery("/admin/people", { q, role, state, after });
}
