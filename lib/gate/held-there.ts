/** What a membership held that ends by itself, for its line in the log. */
import { sql } from "drizzle-orm";
import { iso } from "@/lib/moment";

const roles = sql`from membership_role r where r.group_id = m.group_id and r.account_id = m.account_id`;

/**
 * Of the membership `m`; null where it was nothing but being in. Looked up by the key of each: a join would be planned by
 * a guess of how many there are, and a guess of one among a hundred thousand takes minutes.
 */
export const heldThere = sql`case when m.until is not null or exists (select 1 ${roles})
  then json_build_object('roles', array(select r.role ${roles} order by 1), 'until', ${iso(sql`m.until`)}) end`;
