/** Looking as somebody else ends by itself after its hour; the log says so. */
import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { AuditEvent, SharedCommand } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import type { Portal } from "@/lib/portal";
import { siteViewer } from "@/lib/session/viewer";
import type { ViewingAs } from "@/lib/session/viewing-as";

interface Due {
  readonly id: string;
  readonly accountId: string;
  readonly chosen: ViewingAs;
}

const BATCH = 500;

const endingDue: SharedCommand<object, readonly Due[], "ended" | "none" | "not-permitted"> = {
  way: "shared",
  verb: "view.end-due",
  proceeds: ["ended"],

  facts: (read) =>
    read.rows<Due>(sql`select id, account_id as "accountId", viewing_as as chosen from session
      where viewing_ends_at <= portal_now() order by viewing_ends_at, id limit ${BATCH}`),

  answer(viewer, due) {
    if (!isSite(viewer)) return "not-permitted";
    return due.length > 0 ? "ended" : "none";
  },

  versions: () => ({}),

  writing: (_viewer, due) => ({
    parts: [
      {
        name: "ended",
        statement: sql`update session s set viewing_as = null, viewing_ends_at = null from guard
          where s.id = any(${sql.param(due.map(({ id }) => id))}::text[]) and s.viewing_ends_at <= portal_now() returning 1`,
      },
    ],
    // One that was ended or begun anew meanwhile is looked at again.
    held: sql`(select count(*) from ended) = ${due.length}`,
    // Never empty: the answer was that some are due.
    events: due.map(({ accountId, chosen }) => ({
      ...{ event: "view.ended", accountId, groupId: chosen.seat?.group, before: chosen, cause: "view.time" },
    })) as unknown as [AuditEvent, ...AuditEvent[]],
  }),
};

const endDue = command(endingDue);

/** In batches, until none is due. */
export async function endDueViews(portal: Portal): Promise<void> {
  while ((await endDue(await siteViewer(portal), {})).done);
}
