/** Letters as they left, for the page on which a demo and a developer read them. */
import { sql } from "drizzle-orm";
import { demoMarked } from "@/lib/demo/mark";
import { serverEnv } from "@/lib/env";
import { iso } from "@/lib/moment";
import type { Viewer } from "@/lib/session/viewer";

export interface SentMail {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly at: string;
}

const developing = () => serverEnv().GUILDHALL_MODE === "dev";

/** The newest hundred; null outside a demo and development, where nobody reads other people's mail. */
export async function listSentMail(viewer: Viewer, isDevelopment = developing): Promise<SentMail[] | null> {
  const { reader } = viewer.portal.store;
  if (!isDevelopment() && !(await demoMarked(reader))) return null;
  return reader.rows<SentMail>(sql`
    select id, recipient, subject, body, ${iso(sql`created_at`)} as at from sent_mail order by created_at desc, id limit 100`);
}
