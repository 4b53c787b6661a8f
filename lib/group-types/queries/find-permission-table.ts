/** The table of one type as its administrators edit it: columns, rows and what every cell says. */
import { sql } from "drizzle-orm";
import { groupPermissionsOf } from "@/lib/policy/catalogue";
import { decideGlobal } from "@/lib/policy/decide";
import type { Column, ColumnKind, TypeTable } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";
import { broughtBy, type Cell, cellOf, neededFor } from "../cells";
import { baseOf } from "../change-sets";

/** `permissions`: the built-in and the custom columns. `outsider`: those tied to a global role. */
export type TablePage = "permissions" | "outsider";

export interface PermissionTable {
  readonly type: { readonly name: string; readonly label: string };
  /** what a form made on this table sends back */
  readonly version: number;
  readonly columns: readonly TableColumn[];
  readonly sections: readonly { readonly label: string; readonly rows: readonly TableRow[] }[];
  /** what columns hold that this page does not show, and others rest on */
  readonly elsewhere: Readonly<Record<string, readonly string[]>>;
}

export interface TableColumn {
  readonly name: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** label of the global role that it is tied to */
  readonly globalRole: string | null;
  readonly band: "outside" | "inside" | "in-charge";
  /** shown for comparison, edited on the other page */
  readonly frozen: boolean;
  /** the column that its holders hold besides */
  readonly base: string | null;
  /** of outsiders with a role: the column that they have once they joined */
  readonly twin: string | null;
}

export interface TableRow {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly risk: "high" | "normal";
  /** permissions that bring it along in the same column */
  readonly via: readonly string[];
  /** in the order of the columns */
  readonly cells: readonly TableCell[];
}

/** `needs`: what the column has to hold besides, for the cell to be of use. */
export type TableCell = Cell & { readonly needs: readonly string[] };

interface StoredColumn {
  name: string;
  kind: ColumnKind;
  label: string;
  global_role: string | null;
  role_label: string | null;
  permissions: string[];
}

interface StoredTable {
  name: string;
  label: string;
  version: number;
  content: string[];
  columns: StoredColumn[];
  confers: string[];
  leads: boolean;
}

/** Null without the right to administer types, and for a type that does not exist. */
export async function findPermissionTable(
  viewer: Viewer,
  type: string,
  page: TablePage,
): Promise<PermissionTable | null> {
  if (!decideGlobal(viewer, "type.administer").allowed) return null;
  // Ticks and version in one statement: a form made on the one belongs to the other.
  const [stored] = await viewer.portal.store.reader.rows<StoredTable>(sql`
    select t.name, t.label, t.version,
      array(select c.content from group_type_content c where c.type = t.name) as content,
      array(select distinct c.role from group_conferred_role c join groups g on g.id = c.group_id
        where g.type = t.name) as confers,
      exists (select 1 from leader l join groups g on g.id = l.leader_group_id where g.type = t.name) as leads,
      (select coalesce(json_agg(json_build_object('name', c.name, 'kind', c.kind, 'label', c.label,
          'global_role', c.global_role, 'role_label', r.label,
          'permissions', array(select x.permission from group_grant x where x.type = c.type and x.role = c.name))
          order by coalesce(r.position, c.position), c.position, c.name), '[]')
        from group_role c left join global_role r on r.name = c.global_role where c.type = t.name) as columns
    from group_type t where t.name = ${type.replaceAll("\0", "")}`);
  return stored ? tableFor(viewer, stored, page) : null;
}

const ON_PAGE: Readonly<Record<TablePage, readonly ColumnKind[]>> = {
  permissions: ["anonymous", "outsider", "member", "custom", "leader"],
  outsider: ["outsider", "advanced-outsider", "insider"],
};

function tableFor(viewer: Viewer, stored: StoredTable, page: TablePage): PermissionTable {
  const table = toTable(stored);
  const shown = ON_PAGE[page].flatMap((kind) => stored.columns.filter((column) => column.kind === kind));
  const use = { confers: stored.confers, leads: stored.leads };
  const columns = shown.flatMap(({ name }) => table.columns.get(name) ?? []);
  const rows = groupPermissionsOf(stored.content);
  const sections = [...new Set(rows.map(({ section }) => section))].map((label) => ({
    label,
    rows: rows
      .filter(({ section }) => section === label)
      .map((row) => {
        const { key, label: name, help, risk } = row;
        const cells = columns.map((column) => ({
          ...cellOf(viewer, use, column, row),
          needs: neededFor(column.kind, key),
        }));
        return { key, label: name, help, risk, via: broughtBy(key), cells };
      }),
  }));
  return {
    type: { name: stored.name, label: stored.label },
    version: stored.version,
    columns: shown.map((column) => toColumn(column, page)),
    sections,
    elsewhere: page === "outsider" ? { member: [...(table.columns.get("member")?.permissions ?? [])] } : {},
  };
}

function toTable({ name, content, columns }: StoredTable): TypeTable {
  const known = groupPermissionsOf(content).map(({ key }) => key);
  return {
    type: name,
    columns: new Map(
      columns.map((column): [string, Column] => [
        column.name,
        {
          ...{ name: column.name, kind: column.kind, globalRole: column.global_role },
          permissions: new Set(known.filter((key) => column.permissions.includes(key))),
        },
      ]),
    ),
  };
}

function toColumn({ name, label, kind, role_label }: StoredColumn, page: TablePage): TableColumn {
  const inside = kind === "member" || kind === "insider" || kind === "custom";
  return {
    ...{ name, label, kind, globalRole: role_label },
    band: kind === "leader" ? "in-charge" : inside ? "inside" : "outside",
    frozen: page === "outsider" && kind === "outsider",
    base: baseOf(kind),
    twin: kind === "advanced-outsider" ? name.replace("outsider:", "insider:") : null,
  };
}
