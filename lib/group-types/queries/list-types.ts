/** The group types as their administrators see them. Groups are counted whether or not the reader sees them. */
import { sql } from "drizzle-orm";
import { COUNTED, type Count, counted } from "@/lib/groups/line";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";

export interface TypeLine {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** the preset that it began as */
  readonly preset: string | null;
  readonly groups: Count;
  /** labels of its custom roles */
  readonly roles: readonly string[];
}

interface TypeRow extends Omit<TypeLine, "groups"> {
  groups: number;
}

/** Null without the right to administer types. */
export async function listTypes(viewer: Viewer): Promise<readonly TypeLine[] | null> {
  if (!decideGlobal(viewer, "type.administer").allowed) return null;
  const rows = await viewer.portal.store.reader.rows<TypeRow>(sql`
    select t.name, t.label, t.description, t.preset,
      (select count(*)::int from (select 1 from groups g where g.type = t.name limit ${COUNTED + 1}) few) as groups,
      array(select c.label from group_role c where c.type = t.name and c.kind = 'custom'
        order by c.position, c.name) as roles
    from group_type t order by t.position, t.name`);
  return rows.map((row) => ({ ...row, groups: counted(row.groups) }));
}
