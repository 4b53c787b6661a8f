/** People by the beginning of their name, for those to whom names lead to pages about people. */
import { sql } from "drizzle-orm";
import { beginsWith, queryKey } from "@/lib/prefix";
import { UNKNOWN_CLIENT } from "@/lib/session/client-address";
import { PEOPLE_FOUND, rowsWhileAllowed } from "@/lib/session/rate";
import type { Viewer } from "@/lib/session/viewer";
import { mayViewProfiles } from "./may-view-profiles";

export interface PersonBeginning {
  readonly id: string;
  readonly name: string;
  readonly own: boolean;
}

const LIMIT = 6;

/**
 * The first active accounts by name; none without the right to look at profiles, none for an empty text, and none for
 * whoever asks so often that they gather names. Those who have no account share one count.
 */
export async function listPeopleBeginning(viewer: Viewer, q: string | null): Promise<PersonBeginning[]> {
  const key = queryKey(q);
  if (key === "" || !mayViewProfiles(viewer)) return [];
  const asker = viewer.account?.id ?? UNKNOWN_CLIENT;
  const rows = await rowsWhileAllowed<{ id: string; name: string }>(
    viewer.portal,
    [PEOPLE_FOUND, asker],
    sql`select a.id, a.name from account a where ${beginsWith(sql`a.name_key`, key)} and a.active
      order by a.name_key, a.id limit ${LIMIT}`,
  );
  return rows.map((row) => ({ ...row, own: row.id === viewer.account?.id }));
}
