/** The policy as one process remembers it: read whole in one statement, and again only when its version moved. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { GlobalPermission, GroupPermission } from "@/lib/policy/catalogue";
import type { ContentType } from "@/lib/policy/content-rows";
import type { Column, ColumnKind, Policy } from "@/lib/policy/facts";

interface PolicyRow {
  version: number;
  roles: Record<string, GlobalPermission[]>;
  content: Record<string, ContentType[]>;
  columns: {
    type: string;
    name: string;
    kind: ColumnKind;
    global_role: string | null;
    permissions: GroupPermission[];
  }[];
}

const statement = sql`
  select p.version::int as version,
    (select coalesce(json_object_agg(r.name, (select coalesce(json_agg(g.permission), '[]') from global_grant g where g.role = r.name)), '{}')
       from global_role r) as roles,
    (select coalesce(json_object_agg(t.name, (select coalesce(json_agg(x.content), '[]') from group_type_content x where x.type = t.name)), '{}')
       from group_type t) as content,
    (select coalesce(json_agg(json_build_object('type', c.type, 'name', c.name, 'kind', c.kind, 'global_role', c.global_role,
        'permissions', (select coalesce(json_agg(x.permission), '[]') from group_grant x where x.type = c.type and x.role = c.name))
        order by c.type, c.position, c.name), '[]')
       from group_role c) as columns
  from policy p`;

export async function loadPolicy(reader: Reader): Promise<Policy> {
  const [row] = await reader.rows<PolicyRow>(statement);
  if (!row) throw new Error("the policy row is missing: the database was not migrated");
  const types = new Map<string, { type: string; content: Set<ContentType>; columns: Map<string, Column> }>();
  for (const [type, content] of Object.entries(row.content)) {
    types.set(type, { type, content: new Set(content), columns: new Map() });
  }
  for (const column of row.columns) {
    const { name, kind, global_role: globalRole } = column;
    types.get(column.type)?.columns.set(name, { name, kind, globalRole, permissions: new Set(column.permissions) });
  }
  return {
    version: row.version,
    globalRoles: new Map(Object.entries(row.roles).map(([name, held]) => [name, new Set(held)])),
    types,
  };
}

/** Remembers the newest policy seen; `at` reads again when somebody else's statement saw a newer one. */
export class PolicyMemory {
  #known: Policy | null = null;

  async at(version: number, reader: Reader): Promise<Policy> {
    if (this.#known?.version === version) return this.#known;
    const loaded = await loadPolicy(reader);
    if (!this.#known || loaded.version > this.#known.version) this.#known = loaded;
    return loaded;
  }
}
