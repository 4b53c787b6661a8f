/** Join links that a group's becoming internal would close for as long as it is: those that its settings still let through. */
import { type SQL, sql } from "drizzle-orm";

/** How many there are; `group`: the group's id. Paused, expired, used up and revoked ones are refused as it is. */
export const linksRefusedIn = (group: SQL): SQL => sql`(select count(*)::int from join_link k
  where k.group_id = ${group} and k.revoked_at is null and k.paused_at is null
    and (k.expires_at is null or k.expires_at > portal_now()) and (k.max_uses is null or k.uses < k.max_uses))`;
