/** What others did to groups while a change was prepared, as the log has it. */
import { sql } from "drizzle-orm";
import type { Writer } from "@/db/client";

/** What could be seen by then, and from where on the log counted its transactions. */
interface Since {
  readonly at: string;
  readonly base: string;
}

export async function snapshotOf(tx: Writer): Promise<Since> {
  const [row] = await tx.rows<Since>(sql`select pg_current_snapshot()::text as at, audit_base()::text as base`);
  return row ?? { at: "", base: "" };
}

/**
 * Whether a group that people may be in was changed by a transaction that had not ended then, or one was made that is kept
 * for some role: that role may be just what is deleted, and nobody knew of the group when it was asked whose list that
 * empties. Any other new group has nobody in it but who made it, and they are caught up with.
 */
export async function groupsMoved(tx: Writer, { at, base }: Since): Promise<boolean> {
  const [row] = await tx.rows<{ moved: boolean }>(sql`
    select audit_base() <> ${base}::bigint or exists (select 1 from audit
      where xid >= (pg_snapshot_xmin(${at}::pg_snapshot)::text)::bigint + audit_base()
        and xid <> (pg_current_xact_id()::text)::bigint + audit_base()
        and not pg_visible_in_snapshot(greatest(xid - audit_base(), 0)::text::xid8, ${at}::pg_snapshot)
        and (event in ('group.configured', 'group.made-internal', 'group.deleted')
          or event = 'group.created' and coalesce(after -> 'eligibleRoles', 'null') <> '[]')) as moved`);
  return row?.moved ?? true;
}
