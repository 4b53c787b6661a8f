/** Addresses made of what a page knows. The router's types know only their patterns, so the casts are all here. */
import type { Route } from "next";

type Params = Readonly<Record<string, string | null | undefined>>;

/** `rest` begins with a slash, as in `/members`. */
export function groupPath(slug: string, rest = "", params: Params = {}): Route {
  return withQuery(`/groups/${slug}${rest}`, params);
}

export function personPath(account: string, params: Params = {}): Route {
  return withQuery(`/people/${account}`, params);
}

export function withQuery(path: string, params: Params): Route {
  const said = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(said).toString();
  return (query ? `${path}?${query}` : path) as Route;
}

export function signInPath(next: string): Route {
  return withQuery("/sign-in", { next });
}

/** One value of an address's query; whatever comes twice counts as not there. */
export function one(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
