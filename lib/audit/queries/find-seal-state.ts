/** How far the log is sealed, for those who read all of it: to others it would tell when groups that they do not see are busy. */
import { sql } from "drizzle-orm";
import { seesEveryGroup } from "@/lib/groups/visible";
import { iso } from "@/lib/moment";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";

export interface SealState {
  /** when the last seal was made; null: none was */
  readonly at: string | null;
  readonly number: number;
  readonly digest: string | null;
  /** lines that wait for one, counted to 1,000 */
  readonly waiting: number;
}

export async function findSealState(viewer: Viewer): Promise<SealState | null> {
  if (!decideGlobal(viewer, "audit.view").allowed || !seesEveryGroup(viewer)) return null;
  const [row] = await viewer.portal.store.reader.rows<SealState>(sql`
    select ${iso(sql`s.at`)} as at, coalesce(s.number, 0)::float8 as number, s.digest,
      (select count(*)::int from (select 1 from audit a where a.xid >= coalesce(s.to_xid, 0) limit 1000) few) as waiting
    from (select 1) one left join (select * from audit_seal order by number desc limit 1) s on true`);
  return row ?? null;
}
