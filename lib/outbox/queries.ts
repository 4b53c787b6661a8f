/** Letters as they left, for the pages on which a demo and a developer read them; null anywhere else: nobody reads other people's mail. */
import { sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { isOpenBehind } from "@/lib/demo/behind";
import { iso, milliseconds, momentAt } from "@/lib/moment";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";

const PAGE = 50;

export interface SentMail {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly at: string;
}

export interface WholeMail extends SentMail {
  /** as plain text */
  readonly body: string;
  /** as it would have looked; null where it really left, where nobody read it here then, or where it was kept before looks were */
  readonly html: string | null;
}

interface MailRow extends SentMail {
  ms: number;
}

/** Newest first. */
export async function listSentMail(
  viewer: Viewer,
  after?: string | null,
  isDevelopment?: () => boolean,
): Promise<Page<SentMail> | null> {
  if (!(await isOpenBehind(viewer, isDevelopment))) return null;
  const key = decodeCursor(after, ["number", "id"]);
  const behind = key ? sql`where (created_at, id) < (${momentAt(key[0] ?? "0")}, ${key[1]}::uuid)` : sql``;
  const rows = await viewer.portal.store.reader.rows<MailRow>(sql`
    select id, recipient, subject, ${iso(sql`created_at`)} as at, ${milliseconds(sql`created_at`)} as ms
    from sent_mail ${behind} order by created_at desc, id desc limit ${PAGE + 1}`);
  const lineOf = ({ ms: _ms, ...mail }: MailRow): SentMail => mail;
  return pageOf(rows, PAGE, ({ ms, id }) => [ms, id], lineOf);
}

export async function findSentMail(
  viewer: Viewer,
  id: string,
  isDevelopment?: () => boolean,
): Promise<WholeMail | null> {
  const known = uuidOf(id);
  if (!(await isOpenBehind(viewer, isDevelopment)) || !known) return null;
  const [mail] = await viewer.portal.store.reader.rows<WholeMail>(sql`
    select id, recipient, subject, body, html, ${iso(sql`created_at`)} as at from sent_mail where id = ${known}::uuid`);
  return mail ?? null;
}
