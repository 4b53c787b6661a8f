/** Global roles as forms offer them: what they are called, and whether the viewer may have a group confer them. */
import { type SQL, sql } from "drizzle-orm";
import { mayConfer } from "@/lib/policy/ceilings";
import type { Situation } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";

export interface RoleChoice {
  readonly name: string;
  readonly label: string;
  /** the viewer may put it on, or take it off, the list of roles that the group confers */
  readonly mayConfer: boolean;
}

export type RoleLabels = readonly { name: string; label: string }[];

/** A json array of every role that an account can hold by name: not the two that are built in. */
export const roleLabels: SQL = sql`(select coalesce(json_agg(json_build_object('name', r.name, 'label', r.label)
  order by r.position, r.name), '[]') from global_role r where r.name not in ('anonymous', 'authenticated'))`;

/** `situation` is null for a group that does not exist yet. */
export function roleChoices(viewer: Viewer, situation: Situation | null, roles: RoleLabels): RoleChoice[] {
  return roles.map(({ name, label }) => ({ name, label, mayConfer: mayConfer(viewer, situation, name) }));
}

/** Labels of the roles that let one ask to join groups that are not public. */
export async function listRequestRoles(viewer: Viewer): Promise<string[]> {
  const names = [...viewer.policy.globalRoles].filter(([, held]) => held.has("group.request")).map(([name]) => name);
  const rows = await viewer.portal.store.reader.rows<{ label: string }>(sql`
    select r.label from global_role r where r.name = any(${sql.param(names)}::text[]) order by r.position, r.name`);
  return rows.map(({ label }) => label);
}
