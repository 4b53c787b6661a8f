/** What the list of all groups is narrowed by and changed to: types in which the viewer sees a group, and roles. */
import { sql } from "drizzle-orm";
import { decideGlobal } from "@/lib/policy/decide";
import { seesReach } from "@/lib/policy/reach";
import type { Viewer } from "@/lib/session/viewer";
import { visibleGroups } from "../scans";
import { type RoleLabels, roleLabels } from "./list-roles";

export interface OverviewChoices {
  readonly types: readonly { readonly name: string; readonly label: string }[];
  readonly roles: RoleLabels;
  /** only a site owner restricts */
  readonly mayRestrict: boolean;
}

/** Null without the right to the overview. */
export async function findOverviewChoices(viewer: Viewer): Promise<OverviewChoices | null> {
  if (!decideGlobal(viewer, "group.overview").allowed) return null;
  const ofType = { type: sql`t.name`, can: null, limit: 1, window: () => sql`true` };
  const [row] = await viewer.portal.store.reader.rows<Omit<OverviewChoices, "mayRestrict">>(sql`
    select ${roleLabels} as roles, (select coalesce(json_agg(json_build_object('name', t.name, 'label', t.label)
        order by t.position, t.name), '[]') from group_type t
      where exists (${visibleGroups(viewer, seesReach(viewer, viewer.policy), ofType)})) as types`);
  return { types: row?.types ?? [], roles: row?.roles ?? [], mayRestrict: viewer.account?.owner ?? false };
}
