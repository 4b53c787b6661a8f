/** What global roles grant, as those edit it who administer permissions. */
import { sql } from "drizzle-orm";
import {
  type GlobalPermission,
  type GlobalRow,
  globalPermissionsOf,
  possibleForAnonymousRole,
} from "@/lib/policy/catalogue";
import { mayGrantGlobal, mayTakeGlobal } from "@/lib/policy/ceilings";
import { decideGlobal } from "@/lib/policy/decide";
import { ANONYMOUS, AUTHENTICATED } from "@/lib/policy/viewer";
import type { Viewer } from "@/lib/session/viewer";

export interface GlobalTable {
  readonly columns: readonly GlobalColumn[];
  readonly sections: readonly { readonly label: string; readonly rows: readonly GlobalTableRow[] }[];
}

export interface GlobalColumn {
  readonly name: string;
  readonly label: string;
  readonly builtIn: boolean;
}

export interface GlobalTableRow {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly risk: "high" | "normal";
  /** in the order of the columns */
  readonly cells: readonly GlobalCell[];
}

/** `through`: held besides, because every account holds it. */
export type GlobalCell =
  | { readonly state: "impossible"; readonly reason: string }
  | {
      readonly state: "on" | "off";
      readonly through: { readonly column: string } | null;
      readonly mayGrant: boolean;
      readonly mayRevoke: boolean;
    };

interface TableRow {
  types: { name: string; label: string }[];
  roles: { name: string; label: string; builtIn: boolean; granted: string[] }[];
}

/** Null without the right to administer permissions. */
export async function findGlobalTable(viewer: Viewer): Promise<GlobalTable | null> {
  if (!decideGlobal(viewer, "permission.administer").allowed) return null;
  const [row] = await viewer.portal.store.reader.rows<TableRow>(sql`
    select (select coalesce(json_agg(json_build_object('name', t.name, 'label', t.label) order by t.position, t.name), '[]')
        from group_type t) as types,
      (select coalesce(json_agg(json_build_object('name', r.name, 'label', r.label, 'builtIn', r.built_in,
          'granted', array(select g.permission from global_grant g where g.role = r.name))
          order by not r.built_in, r.position, r.name), '[]')
        from global_role r) as roles`);
  return tableFor(viewer, row ?? { types: [], roles: [] });
}

function tableFor(viewer: Viewer, { types, roles }: TableRow): GlobalTable {
  const rows = globalPermissionsOf(types);
  const everyAccount = roles.find(({ name }) => name === AUTHENTICATED);
  const cell = (role: TableRow["roles"][number], { key }: GlobalRow): GlobalCell => {
    const possible = role.name === ANONYMOUS ? possibleForAnonymousRole(key) : true;
    if (possible !== true) return { state: "impossible", reason: possible };
    const custom = role.name !== ANONYMOUS && role.name !== AUTHENTICATED;
    return {
      state: role.granted.includes(key) ? "on" : "off",
      through: custom && everyAccount?.granted.includes(key) ? { column: everyAccount.label } : null,
      ...ceilings(viewer, key),
    };
  };
  return {
    columns: roles.map(({ name, label, builtIn }) => ({ name, label, builtIn })),
    sections: [...new Set(rows.map(({ section }) => section))].map((label) => ({
      label,
      rows: rows
        .filter(({ section }) => section === label)
        .map((row) => {
          const { key, label: name, help, risk } = row;
          return { key, label: name, help, risk, cells: roles.map((role) => cell(role, row)) };
        }),
    })),
  };
}

function ceilings(viewer: Viewer, key: GlobalPermission) {
  return { mayGrant: mayGrantGlobal(viewer, key), mayRevoke: mayTakeGlobal(viewer, [key]) };
}
