/** How it stands with the mail that leaves: for whoever looks after the portal. What is in it is nobody's to read. */
import { sql } from "drizzle-orm";
import { serverEnv } from "@/lib/env";
import { iso } from "@/lib/moment";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { withoutAddresses } from "./without-addresses";

const SHOWN = 25;

export interface RefusedMail {
  readonly id: string;
  readonly at: string;
  /** what the mail server said, without addresses */
  readonly reason: string;
  /** null where the viewer does not administer people */
  readonly person: string | null;
}

export interface MailState {
  /** a mail server is set */
  readonly leaves: boolean;
  /** counted to 1,000 */
  readonly waiting: number;
  /** of those that were refused for now at least once, what was said last */
  readonly trouble: string | null;
  readonly refused: readonly RefusedMail[];
}

/** Null for whoever does not administer the portal's settings. The newest that were given up. */
export async function findMailState(
  viewer: Viewer,
  leaves: () => boolean = () => Boolean(serverEnv().SMTP_URL),
): Promise<MailState | null> {
  if (!decideGlobal(viewer, "setting.administer").allowed) return null;
  const { reader } = viewer.portal.store;
  const named = decideGlobal(viewer, "people.administer").allowed;
  const [[counted], refused] = await Promise.all([
    reader.rows<{ waiting: number; trouble: string | null }>(sql`
      select count(*)::int as waiting, (array_agg(last_error order by due_at desc) filter (where last_error is not null))[1] as trouble
      from (select last_error, due_at from outbox where status = 'waiting' order by due_at limit 1000) few`),
    reader.rows<RefusedMail>(sql`
      select o.id, ${iso(sql`o.created_at`)} as at, coalesce(o.last_error, '') as reason,
        case when ${named}::boolean then a.name end as person
      from outbox o left join account a on a.id::text = o.payload->>'accountId'
      where o.status = 'failed' order by o.created_at desc, o.id desc limit ${SHOWN}`),
  ]);
  return {
    leaves: leaves(),
    waiting: counted?.waiting ?? 0,
    trouble: counted?.trouble ? withoutAddresses(counted.trouble) : null,
    refused: refused.map((mail) => ({ ...mail, reason: withoutAddresses(mail.reason) })),
  };
}
