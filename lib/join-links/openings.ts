/** Openings of a link, counted per day: how often, never by whom. A tally, not a change: it is outside the log. */
import { sql } from "drizzle-orm";
import type { Portal } from "@/lib/portal";
import { hashToken, isJoinToken } from "./token";

/** Counts one opening of the link's page. An unknown token counts nothing and answers the same. */
export async function countOpening(portal: Portal, token: string, signedIn: boolean): Promise<void> {
  if (!isJoinToken(token)) return;
  await portal.store.writer.rows(sql`
    insert into join_link_opening as o (link_id, day, opened, signed_in)
      select k.id, (portal_now() at time zone 'utc')::date, 1, ${signedIn ? 1 : 0} from join_link k
       where k.token_hash = ${await hashToken(token)}
    on conflict (link_id, day) do update set opened = o.opened + 1, signed_in = o.signed_in + excluded.signed_in`);
}
