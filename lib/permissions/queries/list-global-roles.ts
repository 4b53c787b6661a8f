/** The roles that accounts can be given, for those who administer people or permissions. */
import { sql } from "drizzle-orm";
import { mayGiveGlobalRole } from "@/lib/policy/ceilings";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";

export interface GivableRole {
  readonly name: string;
  readonly label: string;
  /** the viewer may give it to others */
  readonly mayGive: boolean;
}

/** In the order of the permission page, without the two built-in ones; empty for everybody else. */
export async function listGlobalRoles(viewer: Viewer): Promise<readonly GivableRole[]> {
  const rights = ["people.administer", "permission.administer"] as const;
  if (!rights.some((right) => decideGlobal(viewer, right).allowed)) return [];
  const rows = await viewer.portal.store.reader.rows<{ name: string; label: string }>(sql`
    select r.name, r.label from global_role r where not r.built_in order by r.position, r.name`);
  return rows.map((role) => ({ ...role, mayGive: mayGiveGlobalRole(viewer, role.name) }));
}
