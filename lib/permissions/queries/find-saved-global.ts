/** What a saved table of site-wide rights changed, from the log, for those who administer permissions. */
import { sql } from "drizzle-orm";
import { iso } from "@/lib/moment";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";
import type { GlobalChange } from "../table-form";

export interface SavedGlobal {
  readonly by: string | null;
  readonly at: string;
  readonly reason: string | null;
  readonly changes: readonly GlobalChange[];
}

interface ChangeRow extends GlobalChange {
  by: string | null;
  at: string;
  reason: string | null;
}

/** By the request that saved it; null for one that changed no such right. */
export async function findSavedGlobal(viewer: Viewer, request: string): Promise<SavedGlobal | null> {
  const id = uuidOf(request);
  if (!id || !decideGlobal(viewer, "permission.administer").allowed) return null;
  const rows = await viewer.portal.store.reader.rows<ChangeRow>(sql`
    select role, permission, event = 'permission.granted' as "on", actor_name as by, ${iso(sql`at`)} as at, reason
    from audit where request_id = ${id}::uuid and type is null
      and event in ('permission.granted', 'permission.revoked')
    order by id`);
  const [first] = rows;
  if (!first) return null;
  const changes = rows.map(({ role, permission, on }) => ({ role, permission, on }));
  return { by: first.by, at: first.at, reason: first.reason || null, changes };
}
