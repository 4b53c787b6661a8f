import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { ColumnKind } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";

export interface RoleFacts {
  /** there is such a type */
  readonly type: boolean;
  /** null: the type has no such column */
  readonly role: RoleRow | null;
}

interface RoleRow {
  readonly kind: ColumnKind;
  readonly label: string;
  readonly permissions: readonly string[];
  /** whoever creates a group of the type receives it */
  readonly creators: boolean;
  readonly holders: readonly { readonly accountId: string; readonly groupId: string }[];
}

/** One column of a type, with everybody who holds it if it is a custom one. */
export async function findRole(
  read: Reader,
  _viewer: Viewer,
  { type, role }: { readonly type: string; readonly role: string },
): Promise<RoleFacts> {
  const [known] = await read.rows<{ type: boolean }>(
    sql`select exists (select 1 from group_type where name = ${type}) as type`,
  );
  const [row] = await read.rows<RoleRow>(sql`
    select r.kind, r.label,
      array(select x.permission from group_grant x where x.type = r.type and x.role = r.name order by 1) as permissions,
      exists (select 1 from group_type_creator_role c where c.type = r.type and c.role = r.name) as creators,
      (select coalesce(json_agg(json_build_object('accountId', m.account_id, 'groupId', m.group_id)
           order by m.group_id, m.account_id), '[]')
         from membership_role m where m.type = r.type and m.role = r.name) as holders
    from group_role r where r.type = ${type} and r.name = ${role}`);
  return { type: known?.type ?? false, role: row ?? null };
}
