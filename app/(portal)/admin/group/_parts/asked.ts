/** What the address asks of the list of all groups, and addresses that ask for something else. */
import type { Route } from "next";
import { type Narrowing, OVERVIEW_FILTERS, type OverviewFilter } from "@/lib/groups/overview-filters";
import { one, withQuery } from "../../../_parts/paths";
import { type Hideable, isColumn } from "./column-words";

export interface Asked {
  readonly q: string | null;
  readonly type: string | null;
  readonly role: string | null;
  readonly narrowing: Narrowing;
  readonly hide: readonly Hideable[];
  readonly after: string | null;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

export function askedFrom(query: Query): Asked {
  return {
    q: one(query.q)?.trim().slice(0, 200) || null,
    type: one(query.type)?.slice(0, 48) ?? null,
    role: one(query.role)?.slice(0, 48) ?? null,
    narrowing: narrowingFrom(query),
    hide: (one(query.hide) ?? "").split(",").filter(isColumn),
    after: one(query.after) ?? null,
  };
}

function narrowingFrom(query: Query): Narrowing {
  const asked = OVERVIEW_FILTERS.map((filter) => [filter, one(query[filter])] as const);
  const said = asked.filter(([, value]) => value === "yes" || value === "no");
  return Object.fromEntries(said.map(([filter, value]) => [filter, value === "yes"]));
}

/** The fields of an address, as hidden fields of a form carry them on. */
export function fieldsOf({ q, type, role, narrowing, hide, after }: Asked): Record<string, string> {
  const filters = Object.entries(narrowing).map(([filter, wanted]) => [filter, wanted ? "yes" : "no"]);
  const rest = { q, type, role, hide: hide.join(","), after };
  const said = [...Object.entries(rest), ...filters].filter((field): field is [string, string] => Boolean(field[1]));
  return Object.fromEntries(said);
}

export function overviewPath(asked: Partial<Asked>): Route {
  return withQuery(
    "/admin/group",
    fieldsOf({ q: null, type: null, role: null, narrowing: {}, hide: [], after: null, ...asked }),
  );
}

/** The same without one filter. */
export function without(asked: Asked, filter: OverviewFilter): Route {
  const { [filter]: _dropped, ...narrowing } = asked.narrowing;
  return overviewPath({ ...asked, narrowing, after: null });
}

export const FILTER_WORDS: Record<OverviewFilter, { name: string; yes: string; no: string }> = {
  internal: { name: "Internal", yes: "Internal", no: "Not internal" },
  hidden: { name: "Hidden", yes: "Hidden", no: "Not hidden" },
  open: { name: "Open", yes: "Open", no: "One asks to join" },
  public: { name: "Public", yes: "Public", no: "Not public" },
  restricted: { name: "Restricted", yes: "Restricted", no: "Not restricted" },
  published: { name: "Published", yes: "Published", no: "Unpublished" },
  eligible: { name: "For whom", yes: "Kept for roles", no: "For everybody" },
  confers: { name: "Roles that members hold", yes: "Gives a role", no: "Gives no role" },
  forced: { name: "Became internal by rule", yes: "Needs a choice", no: "Needs none" },
  administered: { name: "Administrator among members", yes: "Has one", no: "Has none" },
  leaders: { name: "Leaders", yes: "All eligible", no: "One is not eligible" },
};
