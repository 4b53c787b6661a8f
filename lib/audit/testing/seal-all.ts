/** Seals so many lines at once: other tests on the same server may hold a transaction open, and are waited for. */
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Portal } from "@/lib/portal";
import { sealLog } from "../seal";

export async function sealAll(portal: Portal, lines: number): Promise<number> {
  let sealed = 0;
  for (let n = 0; n < 3_000 && sealed < lines; n++) {
    if (n > 0) await sleep(25);
    if (await nothingOlderIsOpen(portal)) sealed += await sealLog(portal);
  }
  return sealed;
}

async function nothingOlderIsOpen({ store }: Portal): Promise<boolean> {
  const [row] = await store.reader.rows<{ quiet: boolean }>(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + audit_base() > coalesce(max(xid), 0) as quiet from audit`);
  return row?.quiet === true;
}
