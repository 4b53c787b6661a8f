/** The tables as they are stored, and what else a change of them asks about. Asked behind a right, never by a page itself. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { GROUP_PERMISSIONS, globalPermissionsOf, isGroupPermission, possibleIn } from "@/lib/policy/catalogue";
import { contentOn } from "@/lib/policy/columns";
import { CONTENT_TYPES } from "@/lib/policy/content-rows";
import type { Use } from "../refusals";
import { type FileColumn, type GlobalRole, type GroupType, inOrderOf, type Tables } from "../tables";

interface Row {
  globalRoles: (Omit<GlobalRole, "permissions"> & { permissions: string[] })[];
  types: (Omit<GroupType, "columns" | "content"> & Stored & { content: string[]; columns: StoredColumn[] })[];
}

type StoredColumn = Omit<FileColumn, "permissions"> & { permissions: string[] };

interface Stored extends Use {
  readonly version: number;
}

export interface Known {
  readonly tables: Tables;
  readonly uses: ReadonlyMap<string, Stored>;
}

/** Cells that count for nothing – of content switched off, of a type that is gone – are left out. */
export async function findTables(read: Reader): Promise<Known> {
  const [row] = await read.rows<Row>(statement);
  if (!row) throw new Error("the tables could not be read");
  const rights = globalPermissionsOf(row.types).map(({ key }) => key);
  const tables: Tables = {
    globalRoles: row.globalRoles.map((role) => ({
      ...role,
      permissions: rights.filter((key) => role.permissions.includes(key)),
    })),
    types: row.types.map(typeOf),
  };
  return {
    tables,
    uses: new Map(
      row.types.map(({ name, version, confers, leads, groups }) => [name, { version, confers, leads, groups }]),
    ),
  };
}

function typeOf({ name, label, description, content, creator, defaults, columns }: Row["types"][number]): GroupType {
  const known = CONTENT_TYPES.map(({ key }) => key).filter((key) => content.includes(key));
  const table = { type: name, columns: new Map(), content: new Set(known) };
  const all = GROUP_PERMISSIONS.map(({ key }) => key);
  const heldBy = ({ kind, permissions }: StoredColumn) =>
    permissions.filter(isGroupPermission).filter((key) => possibleIn(kind, key) === true && contentOn(table, key));
  return {
    ...{ name, label, description, content: known, creator, defaults },
    columns: columns.map((column) => ({ ...column, permissions: inOrderOf(all, heldBy(column)) })),
  };
}

const statement = sql`
  select
    (select coalesce(json_agg(json_build_object('name', r.name, 'label', r.label, 'builtIn', r.built_in,
        'permissions', array(select x.permission from global_grant x where x.role = r.name))
        order by not r.built_in, r.position, r.name), '[]') from global_role r) as "globalRoles",
    (select coalesce(json_agg(json_build_object('name', t.name, 'label', t.label, 'description', t.description,
        'version', t.version,
        'content', array(select c.content from group_type_content c where c.type = t.name),
        'creator', json_build_object('member', t.creator_is_member,
          'roles', array(select c.role from group_type_creator_role c where c.type = t.name order by 1)),
        'defaults', json_build_object('internal', t.internal, 'hidden', t.hidden, 'open', t.open, 'public', t.public,
          'published', t.published),
        'groups', (select count(*)::int from groups g where g.type = t.name),
        'confers', array(select distinct c.role from group_conferred_role c join groups g on g.id = c.group_id
          where g.type = t.name),
        'leads', exists (select 1 from leader l join groups g on g.id = l.leader_group_id where g.type = t.name),
        'columns', (select coalesce(json_agg(json_build_object('name', c.name, 'kind', c.kind, 'globalRole', c.global_role,
            'label', c.label,
            'permissions', array(select x.permission from group_grant x where x.type = c.type and x.role = c.name))
            order by array_position(array['anonymous', 'outsider', 'member', 'leader', 'custom', 'advanced-outsider', 'insider'],
              c.kind), case when r.name is null then c.position else r.position end, c.name), '[]')
          from group_role c left join global_role r on r.name = c.global_role where c.type = t.name))
        order by t.position, t.name), '[]') from group_type t) as types`;

/** Who holds which of these custom roles, and where. */
export interface Holder {
  readonly type: string;
  readonly role: string;
  readonly accountId: string;
  readonly groupId: string;
}

export async function findHolders(read: Reader, columns: readonly { type: string; role: string }[]): Promise<Holder[]> {
  if (columns.length === 0) return [];
  return read.rows<Holder>(sql`
    select m.type, m.role, m.account_id as "accountId", m.group_id as "groupId"
    from membership_role m
    join jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) as c(type text, role text) on c.type = m.type and c.role = m.role
    order by m.type, m.role, m.group_id, m.account_id`);
}
