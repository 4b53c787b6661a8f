/** Memberships whose time has passed end by themselves, each with everything that follows from it. */
import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { AuditEvent, ExclusiveCommand } from "@/lib/gate/command";
import { heldThere } from "@/lib/gate/held-there";
import { isSite } from "@/lib/gate/site";
import type { Portal } from "@/lib/portal";
import { siteViewer, type Viewer } from "@/lib/session/viewer";
import type { Ending } from "./shape";

interface Due {
  readonly accountId: string;
  readonly groupId: string;
  readonly before: Ending;
}

const BATCH = 500;

/** `member.pruned` is said for each, as for every membership that the portal itself ends. */
const endingDue: ExclusiveCommand<null, readonly Due[], "ended" | "none" | "not-permitted"> = {
  way: "exclusive",
  verb: "member.end-due",
  proceeds: ["ended"],

  facts: (read) =>
    read.rows<Due>(sql`select m.account_id as "accountId", m.group_id as "groupId", ${heldThere} as before
      from membership m where m.until <= portal_now() order by m.until, m.account_id, m.group_id limit ${BATCH}`),

  answer(viewer, due) {
    if (!isSite(viewer)) return "not-permitted";
    return due.length > 0 ? "ended" : "none";
  },

  exclusively(_viewer, due) {
    return {
      locks: { policy: "update" },
      raises: { accounts: due.map((d) => d.accountId) },
      changes: due.map(({ accountId, groupId }) => ({
        ...{ kind: "member-ends" as const, accountId, groupId, byItself: true },
      })),
    };
  },

  writing(_viewer, due) {
    const cause = "member.until";
    return {
      parts: [
        {
          name: "gone",
          statement: sql`delete from membership m using guard, jsonb_to_recordset(${JSON.stringify(due)}::jsonb)
              as d("accountId" uuid, "groupId" uuid)
            where m.account_id = d."accountId" and m.group_id = d."groupId" returning m.account_id`,
        },
      ],
      events: due.map((d) => ({ event: "member.pruned", ...d, cause })) as unknown as [AuditEvent, ...AuditEvent[]],
      tellings: due.map((d) => ({ event: "member.pruned", to: d.accountId, groupId: d.groupId, cause })),
    };
  },
};

const endDue = command(endingDue);

/** Ends what is due, in batches, until nothing is. Returns how many batches there were. */
export async function endDueMemberships(portal: Portal): Promise<number> {
  for (let batches = 0; ; batches++) {
    const viewer: Viewer = await siteViewer(portal);
    if (!(await endDue(viewer, null)).done) return batches;
  }
}
