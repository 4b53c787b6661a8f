/** What was ticked on a page of a list: carried through the page that says what would follow, and back again. */
import type { Route } from "next";
import { one, withQuery } from "./paths";

const FIELD = "chosen";

/** The address of a list with the boxes of these ticked. No id or address of a group holds a comma. */
export function withChosen(path: Route, ids: readonly string[]): Route {
  const [list = "", query] = path.split("?");
  return withQuery(list, { ...Object.fromEntries(new URLSearchParams(query)), [FIELD]: ids.join(",") });
}

export function chosenBefore(query: Readonly<Record<string, string | string[] | undefined>>): ReadonlySet<string> {
  return new Set((one(query[FIELD]) ?? "").split(",").filter(Boolean));
}
