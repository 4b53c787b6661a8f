/** By what the log can be narrowed, for those who may read it. */
import { sql } from "drizzle-orm";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";

/** The group types that there are; null without the right to read the log. */
export async function listLogTypes(
  viewer: Viewer,
): Promise<readonly { readonly name: string; readonly label: string }[] | null> {
  if (!decideGlobal(viewer, "audit.view").allowed) return null;
  return viewer.portal.store.reader.rows(sql`select t.name, t.label from group_type t order by t.position, t.name`);
}
