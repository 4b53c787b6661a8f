/** Copies of what was sent are kept for a month, with their errands; what was given up stays for whoever looks after mail. */
import { sql } from "drizzle-orm";
import type { Portal } from "@/lib/portal";

export async function forgetOldMail({ store }: Portal): Promise<void> {
  await store.writer.rows(sql`
    with old as (delete from sent_mail where created_at < portal_now() - interval '30 days' returning id)
    delete from outbox o using old where o.id = old.id and o.status = 'done'`);
}
