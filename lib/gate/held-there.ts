/** What a membership held that ends by itself, for its line in the log. */
import { sql } from "drizzle-orm";
import { iso } from "@/lib/moment";

/** Of the membership `m`, whose custom roles `h.roles` lists, if it has any; null where it was nothing but being in. */
export const heldThere = sql`case when h.roles is not null or m.until is not null
  then json_build_object('roles', coalesce(h.roles, '[]'), 'until', ${iso(sql`m.until`)}) end`;
