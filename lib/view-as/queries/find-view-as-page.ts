/** What the page offers that asks as whom one wants to look at the portal. */
import { sql } from "drizzle-orm";
import { findSituation } from "@/lib/groups/facts";
import type { GroupLine } from "@/lib/groups/line";
import { listDirectory } from "@/lib/groups/queries/list-directory";
import { listMyGroups } from "@/lib/groups/queries/list-my-groups";
import { type RoleLabels, roleLabels } from "@/lib/groups/queries/list-roles";
import { decideGlobal, sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";

const FOUND = 8;

export interface ViewAsPage {
  readonly roles: RoleLabels;
  /** the group that was chosen, with its type's custom roles; null for one that is not there to see */
  readonly group: { readonly slug: string; readonly name: string; readonly roles: RoleLabels } | null;
  /** groups that the search found; null without a search */
  readonly found: readonly GroupLine[] | null;
}

/** Null without the right to explain. */
export async function findViewAsPage(
  viewer: Viewer,
  asked: { readonly group?: string; readonly q?: string },
): Promise<ViewAsPage | null> {
  if (!decideGlobal(viewer, "explain.view").allowed) return null;
  const { reader } = viewer.portal.store;
  const [chosen, found] = await Promise.all([
    asked.group ? findSituation(reader, viewer, { slug: asked.group }) : null,
    asked.q ? findGroups(viewer, asked.q) : null,
  ]);
  const group = chosen && sees(viewer, chosen.situation) ? chosen.group : null;
  const [row] = await reader.rows<{ roles: RoleLabels; custom: RoleLabels }>(sql`
    select ${roleLabels} as roles,
      (select coalesce(json_agg(json_build_object('name', r.name, 'label', r.label) order by r.position, r.name), '[]')
        from group_role r where r.type = ${group?.type ?? null}::text and r.kind = 'custom') as custom`);
  return {
    roles: row?.roles ?? [],
    group: group && { slug: group.slug, name: group.name, roles: row?.custom ?? [] },
    found,
  };
}

/** To whom the directory is closed finds their own groups. */
async function findGroups(viewer: Viewer, q: string): Promise<readonly GroupLine[]> {
  const found = await listDirectory(viewer, { q, size: FOUND });
  return found.kind === "list" ? found.lines : (await listMyGroups(viewer, null, q)).lines.slice(0, FOUND);
}
