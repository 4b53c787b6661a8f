/** In which order several accounts leave: a group of which all go is at no moment left without an administrator. */
import { sql } from "drizzle-orm";
import { administratorsOf } from "@/lib/consequences/administrators";
import type { Viewer } from "@/lib/session/viewer";
import type { Chosen } from "./list-chosen";

/**
 * Those who administer no group come first, then those who administer few; otherwise as they were. Each goes by a command
 * of its own, and what was said beforehand was of all of them together: whoever goes before the others of their group
 * would leave it without an administrator for the moment, and the site owners would be told. (Of two who are each in the
 * group that the other administers, one has to go first all the same: that moment is told of.)
 */
export async function administratorsLast(viewer: Viewer, chosen: readonly Chosen[]): Promise<Chosen[]> {
  const ids = sql`${sql.param(chosen.map(({ id }) => id))}::uuid[]`;
  const members = sql`select m.group_id, m.account_id from membership m where m.account_id = any(${ids})`;
  const rows = await viewer.portal.store.reader.rows<{ id: string; groups: number }>(sql`
    select x.account_id as id, count(*)::int as groups from (${administratorsOf(members)}) x group by 1`);
  const groups = new Map(rows.map((row) => [row.id, row.groups]));
  return [...chosen].sort((a, b) => (groups.get(a.id) ?? 0) - (groups.get(b.id) ?? 0));
}
