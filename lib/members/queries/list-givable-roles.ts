/** Roles that the viewer may give to a new member, without being shown who is in the group. */
import { sql } from "drizzle-orm";
import { findSituation } from "@/lib/groups/facts";
import { mayIn } from "@/lib/groups/may";
import { mayGiveRoles } from "@/lib/policy/ceilings";
import type { Viewer } from "@/lib/session/viewer";

export interface GivableRole {
  readonly name: string;
  readonly label: string;
}

export async function listGivableRoles(viewer: Viewer, slug: string): Promise<GivableRole[]> {
  const { reader } = viewer.portal.store;
  const found = await findSituation(reader, viewer, { slug });
  if (!found || !mayIn(viewer, found.situation).assignRoles) return [];
  const seat = { viewer, situation: found.situation };
  const roles = await reader.rows<GivableRole>(sql`
    select r.name, r.label from group_role r where r.type = ${found.group.type} and r.kind = 'custom'
    order by r.position, r.name`);
  return roles.filter(({ name }) => mayGiveRoles(seat, [name]));
}
