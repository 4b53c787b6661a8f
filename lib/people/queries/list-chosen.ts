/** Whom somebody has chosen in the list of people: those ticked, or everybody who fits; never themself. */
import { sql } from "drizzle-orm";
import { meOf } from "@/lib/groups/visible";
import { LINES_AT_MOST } from "@/lib/jobs/start";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import type { PeopleFilter } from "../schema-accounts";
import { fits } from "./people-filter";

export interface Choice extends PeopleFilter {
  /** everybody who fits, instead of `who` */
  readonly all: boolean;
  readonly who: readonly string[];
}

export interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** By name, and one more than can be done at once, if there are so many; null without the right. */
export async function listChosen(viewer: Viewer, choice: Choice): Promise<Chosen[] | null> {
  if (!decideGlobal(viewer, "people.administer").allowed) return null;
  const those = choice.all ? fits(viewer, choice) : sql`a.id = any(${sql.param([...choice.who])}::uuid[])`;
  return viewer.portal.store.reader.rows<Chosen>(sql`
    select a.id, a.name from account a where ${those} and a.id is distinct from ${meOf(viewer)}
    order by a.name_key, a.id limit ${LINES_AT_MOST + 1}`);
}
