/** As whom somebody looks at the portal just now, in words for the banner. At the edge, too: it imports little. */
import { sql } from "drizzle-orm";
import { findSituation } from "@/lib/groups/facts";
import { sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import type { Described } from "../sentences";

interface Labels {
  roles: string[];
  group_roles: string[];
}

/** Null for a viewer who is themself. */
export async function findViewing({ behind, portal }: Viewer): Promise<Described | null> {
  if (!behind) return null;
  const { as, roles, seat } = behind.chosen;
  const found = seat && (await findSituation(portal.store.reader, behind.viewer, { id: seat.group }));
  const group = found && sees(behind.viewer, found.situation) ? found.group : null;
  const [row] = await portal.store.reader.rows<Labels>(sql`
    select array(select r.label from global_role r where r.name = any(${sql.param([...roles])}::text[])
        order by r.position, r.name) as roles,
      array(select r.label from group_role r where r.type = ${group?.type ?? null}::text
        and r.name = any(${sql.param([...(seat?.roles ?? [])])}::text[]) order by r.position, r.name) as group_roles`);
  return {
    as,
    roles: row?.roles ?? [],
    seat: seat && group && { ...seat, group: group.name, roles: row?.group_roles ?? [] },
  };
}
