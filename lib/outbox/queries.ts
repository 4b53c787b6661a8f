/** Letters as they left, for the page that a demo and a developer read them on. */
import { sql } from "drizzle-orm";
import { iso } from "@/lib/moment";
import type { Viewer } from "@/lib/session/viewer";

export interface SentMail {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly at: string;
}

/** The newest hundred. Whether anybody may read them is asked by the page: nobody may, outside demo and development. */
export async function listSentMail(viewer: Viewer): Promise<SentMail[]> {
  return viewer.portal.store.reader.rows<SentMail>(sql`
    select id, recipient, subject, body, ${iso(sql`created_at`)} as at from sent_mail order by created_at desc, id limit 100`);
}
