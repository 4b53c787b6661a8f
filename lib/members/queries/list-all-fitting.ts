/** Everybody in a group who fits, for what is done to all of them: never oneself, whom one ticks by hand if one means it. */
import { sql } from "drizzle-orm";
import { meOf } from "@/lib/groups/visible";
import { LINES_AT_MOST } from "@/lib/jobs/start";
import type { Viewer } from "@/lib/session/viewer";
import { fits, type MemberList, type MemberQuery, membersWhere } from "./list-members";
import type { MemberLine } from "./member-lines";

/** By name; `next` is there if they are more than can be dealt with at once. Null where one may not list them. */
export function listAllFitting(viewer: Viewer, slug: string, query: MemberQuery): Promise<MemberList | null> {
  const others = sql`m.account_id is distinct from ${meOf(viewer)}`;
  return membersWhere(viewer, slug, sql`${fits(query)} and ${others}`, "name", LINES_AT_MOST);
}

export type ChosenVerb = "remove" | "setRoles" | "setUntil";

/** Whom each would be done to, as far as standing goes; the others stay as they are. */
export const isMeant: Readonly<Record<ChosenVerb, (line: MemberLine) => boolean>> = {
  remove: ({ removable }) => removable,
  setRoles: ({ changeable }) => changeable.roles,
  setUntil: ({ changeable }) => changeable.until,
};
