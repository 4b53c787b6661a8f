/** One group type with all that is set on it besides its table. */
import { sql } from "drizzle-orm";
import { COUNTED, type Count, counted } from "@/lib/groups/line";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";

export interface TypePage {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly preset: string | null;
  /** what a form made on this page sends back */
  readonly version: number;
  readonly content: readonly string[];
  /** whether whoever creates a group becomes its member, and with which custom roles */
  readonly creator: { readonly member: boolean; readonly roles: readonly string[] };
  /** what a new group starts as */
  readonly defaults: {
    readonly internal: boolean;
    readonly hidden: boolean;
    readonly open: boolean;
    readonly public: boolean;
    readonly published: boolean;
  };
  readonly roles: readonly { readonly name: string; readonly label: string; readonly holders: Count }[];
  readonly groups: Count;
}

interface TypeRow extends Omit<TypePage, "groups" | "roles"> {
  groups: number;
  roles: { name: string; label: string; holders: number }[];
}

/** Null without the right to administer types, and for a type that does not exist. */
export async function findType(viewer: Viewer, name: string): Promise<TypePage | null> {
  if (!decideGlobal(viewer, "type.administer").allowed) return null;
  const [row] = await viewer.portal.store.reader.rows<TypeRow>(sql`
    select t.name, t.label, t.description, t.preset, t.version,
      array(select c.content from group_type_content c where c.type = t.name order by 1) as content,
      json_build_object('member', t.creator_is_member,
        'roles', array(select c.role from group_type_creator_role c where c.type = t.name order by 1)) as creator,
      json_build_object('internal', t.internal, 'hidden', t.hidden, 'open', t.open, 'public', t.public,
        'published', t.published) as defaults,
      (select coalesce(json_agg(json_build_object('name', c.name, 'label', c.label, 'holders',
          (select count(*) from (select 1 from membership_role mr
            where mr.type = c.type and mr.role = c.name limit ${COUNTED + 1}) few)) order by c.position, c.name), '[]')
        from group_role c where c.type = t.name and c.kind = 'custom') as roles,
      (select count(*)::int from (select 1 from groups g where g.type = t.name limit ${COUNTED + 1}) few) as groups
    from group_type t where t.name = ${name.replaceAll("\0", "")}`);
  if (!row) return null;
  const roles = row.roles.map((role) => ({ ...role, holders: counted(role.holders) }));
  return { ...row, roles, groups: counted(row.groups) };
}
