/** Which news comes by mail. One's own choice about one's own mail: outside the gate and the log, like what one has read. */
import { sql } from "drizzle-orm";
import type { Outcome } from "@/lib/gate/command";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import type { ChooseMailInput } from "./schema";
import { NOTICE_KINDS } from "./sentence-kinds";

export async function chooseMail(viewer: Viewer, { kinds }: ChooseMailInput): Promise<Outcome<"sign-in" | "chosen">> {
  refuseWhileViewing(viewer);
  if (!viewer.account?.active) return { answer: "sign-in", done: false, data: null };
  await viewer.portal.store.writer.rows(sql`
    insert into notice_preference (account_id, kind, mail)
      select ${viewer.account.id}::uuid, k.kind, k.kind = any(${sql.param([...kinds])}::text[])
      from unnest(${sql.param([...NOTICE_KINDS])}::text[]) k(kind)
    on conflict (account_id, kind) do update set mail = excluded.mail`);
  return { answer: "chosen", done: true, data: null };
}
