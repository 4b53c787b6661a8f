/** What an address asks of a list of requests, here and in a group. */
import type { RequestQuery } from "@/lib/requests/queries";
import { one } from "../../_parts/paths";

/** As long as that is long for somebody who waits. */
export const LONG_WAIT = 7;
const WAITS = [LONG_WAIT, 30];

export function askedFrom(query: Record<string, string | string[] | undefined>): RequestQuery {
  const [kind, days] = [one(query.kind), Number(one(query.days))];
  return {
    group: one(query.group) ?? null,
    kind: kind === "join" || kind === "leave" ? kind : null,
    link: one(query.link) === "1",
    days: WAITS.includes(days) ? days : null,
    after: one(query.after) ?? null,
  };
}

export const saidOf = ({ group, kind, link, days, after }: RequestQuery) => ({
  ...{ group, kind, after },
  link: link ? "1" : null,
  days: days ? String(days) : null,
});

export const isNarrowed = ({ group, kind, link, days }: RequestQuery): boolean =>
  Boolean(group || kind || link || days);
