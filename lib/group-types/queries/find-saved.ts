/** What a saved table changed, from the log, for those who administer types. */
import { sql } from "drizzle-orm";
import { iso } from "@/lib/moment";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import type { CellChange } from "../schema-cell";

export interface Saved {
  /** null for the portal itself */
  readonly by: string | null;
  readonly at: string;
  readonly reason: string | null;
  readonly changes: readonly CellChange[];
}

interface ChangeRow extends CellChange {
  by: string | null;
  at: string;
  reason: string | null;
}

/** The cells that one version of a table brought, in the order of the log; null for a version that brought none. */
export async function findSaved(viewer: Viewer, type: string, version: number): Promise<Saved | null> {
  if (!decideGlobal(viewer, "type.administer").allowed) return null;
  const rows = await viewer.portal.store.reader.rows<ChangeRow>(sql`
    select role, permission, event = 'permission.granted' as "on", actor_name as by, ${iso(sql`at`)} as at, reason
    from audit where type = ${type} and event in ('permission.granted', 'permission.revoked')
      and after ->> 'version' = ${String(version)}
    order by id`);
  const [first] = rows;
  if (!first) return null;
  const changes = rows.map(({ role, permission, on }) => ({ role, permission, on }));
  return { by: first.by, at: first.at, reason: first.reason || null, changes };
}
