/** Letters as they left, for the page on which a demo and a developer read them. */
import { sql } from "drizzle-orm";
import { isOpenBehind } from "@/lib/demo/behind";
import { iso } from "@/lib/moment";
import type { Viewer } from "@/lib/session/viewer";

export interface SentMail {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly at: string;
}

/** The newest hundred; null outside a demo and development, where nobody reads other people's mail. */
export async function listSentMail(viewer: Viewer, isDevelopment?: () => boolean): Promise<SentMail[] | null> {
  if (!(await isOpenBehind(viewer, isDevelopment))) return null;
  return viewer.portal.store.reader.rows<SentMail>(sql`
    select id, recipient, subject, body, ${iso(sql`created_at`)} as at from sent_mail order by created_at desc, id limit 100`);
}
