/** People by the beginning of their name, for those to whom names lead to pages about people. */
import { sql } from "drizzle-orm";
import { beginsWith, queryKey } from "@/lib/prefix";
import type { Viewer } from "@/lib/session/viewer";
import { mayViewProfiles } from "./may-view-profiles";

export interface PersonBeginning {
  readonly id: string;
  readonly name: string;
  readonly own: boolean;
}

const LIMIT = 6;

/** The first active accounts by name; none without the right to look at profiles, and none for an empty text. */
export async function listPeopleBeginning(viewer: Viewer, q: string | null): Promise<PersonBeginning[]> {
  const key = queryKey(q);
  if (key === "" || !mayViewProfiles(viewer)) return [];
  const rows = await viewer.portal.store.reader.rows<{ id: string; name: string }>(sql`
    select a.id, a.name from account a where ${beginsWith(sql`a.name_key`, key)} and a.active
    order by a.name_key, a.id limit ${LIMIT}`);
  return rows.map((row) => ({ ...row, own: row.id === viewer.account?.id }));
}
