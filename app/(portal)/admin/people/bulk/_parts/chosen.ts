/** Whom the address names: those ticked, or everybody who fits. */
import type { Choice } from "@/lib/people/queries/list-chosen";
import { uuidOf } from "@/lib/uuid";
import { one } from "../../../../_parts/paths";
import { filterFrom } from "../../_parts/asked";

/** More boxes than a page of the list has are not ticked by hand. */
const MOST = 100;

export function chosenFrom(query: Record<string, string | string[] | undefined>): Choice {
  const who = [query.who].flat().filter((id) => id !== undefined && uuidOf(id) !== null) as string[];
  return { ...filterFrom(query), all: one(query.all) === "1", who: [...new Set(who)].slice(0, MOST) };
}
