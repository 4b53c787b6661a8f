/** The rows of an applied file, in one statement: no row is touched by two of its parts. */
import { type SQL, sql } from "drizzle-orm";
import type { TableChange } from "../difference";
import type { Facts } from "../facts";
import { customColumns, type FileColumn, type GroupType, type Tables } from "../tables";

type Part = { readonly name: string; readonly statement: SQL };
type Asked = Pick<Facts, "tables" | "goal" | "changes" | "uses">;

export function partsOf(facts: Asked): Part[] {
  return [...roleParts(facts), ...typeParts(facts), ...columnParts(facts), ...cellParts(facts)];
}

const rows = (values: readonly object[], columns: string): SQL =>
  sql`jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v(${sql.raw(columns)})`;

type Of<K extends TableChange["kind"]> = Extract<TableChange, { kind: K }>;
function only<K extends TableChange["kind"]>(changes: readonly TableChange[], kind: K): Of<K>[] {
  return changes.filter((change): change is Of<K> => change.kind === kind);
}

/** Places are written anew only where something new came or the order changed. */
const counts = (all: readonly { readonly name: string }[], from: number) =>
  all.map(({ name }, n) => ({ name, position: from + n }));

function roleParts({ goal, changes }: Asked): Part[] {
  const made = new Set(only(changes, "role-created").map(({ role }) => role.name));
  const gone = only(changes, "role-deleted").map(({ role }) => role.name);
  const moved = made.size > 0 || only(changes, "roles-ordered").length > 0;
  const relabelled = new Set(only(changes, "role-relabelled").map(({ role }) => role.name));
  const places = new Map(counts(goal.globalRoles, 0).map(({ name, position }) => [name, position]));
  const values = goal.globalRoles.map(({ name, label, builtIn }) => ({
    ...{ name, label: builtIn ? null : label, position: places.get(name) },
  }));
  const rights = only(changes, "right").map(({ role, permission, on }) => ({ role: role.name, permission, on }));
  return [
    {
      name: "roles_gone",
      statement: sql`delete from global_role r using guard where r.name = any(${sql.param(gone)}::text[])`,
    },
    {
      name: "roles_made",
      statement: sql`insert into global_role (name, label, position) select v.name, v.label, v.position
        from guard, ${rows(
          values.filter(({ name }) => made.has(name)),
          "name text, label text, position int",
        )}`,
    },
    {
      name: "roles_set",
      statement: sql`update global_role r set label = coalesce(v.label, r.label),
          position = case when ${moved}::boolean then v.position else r.position end
        from guard, ${rows(
          values.filter(({ name }) => !made.has(name) && (moved || relabelled.has(name))),
          "name text, label text, position int",
        )} where r.name = v.name`,
    },
    {
      name: "rights_given",
      statement: sql`insert into global_grant (role, permission) select v.role, v.permission
        from guard, ${rows(rights, 'role text, permission text, "on" boolean')} where v."on"`,
    },
    {
      name: "rights_taken",
      statement: sql`delete from global_grant x using guard, ${rows(rights, 'role text, permission text, "on" boolean')}
        where not v."on" and x.role = v.role and x.permission = v.permission`,
    },
  ];
}

function typeParts({ goal, changes }: Asked): Part[] {
  const made = new Set(only(changes, "type-created").map(({ type }) => type.name));
  const gone = only(changes, "type-deleted").map(({ type }) => type.name);
  const creating = gone.map((name) => `group.create:${name}`);
  const moved = made.size > 0 || only(changes, "types-ordered").length > 0;
  const raised = raisedBy(changes, goal);
  const places = new Map(counts(goal.types, 1).map(({ name, position }) => [name, position]));
  const values = goal.types.map(({ name, label, description, creator, defaults }) => ({
    ...{ name, label, description, member: creator.member, ...defaults },
    ...{ position: places.get(name), raise: raised.has(name) ? 1 : 0 },
  }));
  const shape = `name text, label text, description text, member boolean, internal boolean, hidden boolean, open boolean,
    public boolean, published boolean, position int, raise int`;
  const touched = values.filter(({ name, raise }) => !made.has(name) && (moved || raise === 1));
  const settled = goal.types.filter(({ name }) => made.has(name) || raised.has(name));
  return [
    {
      name: "types_gone",
      statement: sql`delete from group_type t using guard where t.name = any(${sql.param(gone)}::text[])`,
    },
    {
      name: "creating_gone",
      statement: sql`delete from global_grant x using guard where x.permission = any(${sql.param(creating)}::text[])`,
    },
    {
      name: "default_unset",
      statement: sql`update setting s set default_group_type = null from guard
        where s.default_group_type = any(${sql.param(gone)}::text[])`,
    },
    {
      name: "types_made",
      statement: sql`insert into group_type (name, label, description, creator_is_member, internal, hidden, open, public,
          published, position)
        select v.name, v.label, v.description, v.member, v.internal, v.hidden, v.open, v.public, v.published, v.position
        from guard, ${rows(
          values.filter(({ name }) => made.has(name)),
          shape,
        )}`,
    },
    {
      name: "types_set",
      statement: sql`update group_type t set label = v.label, description = v.description, creator_is_member = v.member,
          internal = v.internal, hidden = v.hidden, open = v.open, public = v.public, published = v.published,
          position = case when ${moved}::boolean then v.position else t.position end, version = t.version + v.raise
        from guard, ${rows(touched, shape)} where t.name = v.name`,
    },
    ...contentParts(settled),
  ];
}

function contentParts(types: readonly GroupType[]): Part[] {
  const names = types.map(({ name }) => name);
  const content = types.flatMap(({ name, content: all }) => all.map((one) => ({ type: name, one })));
  const creators = types.flatMap(({ name, creator }) => creator.roles.map((one) => ({ type: name, one })));
  const pair = "type text, one text";
  return (
    [
      ["content", "group_type_content", "content", content],
      ["creators", "group_type_creator_role", "role", creators],
    ] as const
  ).flatMap(([name, table, column, values]) => [
    {
      name: `${name}_off`,
      statement: sql`delete from ${sql.identifier(table)} c using guard where c.type = any(${sql.param(names)}::text[])
        and not exists (select 1 from ${rows(values, pair)} where v.type = c.type and v.one = c.${sql.identifier(column)})`,
    },
    {
      name: `${name}_on`,
      statement: sql`insert into ${sql.identifier(table)} (type, ${sql.identifier(column)}) select v.type, v.one
        from guard, ${rows(values, pair)} on conflict do nothing`,
    },
  ]);
}

/** A form that was made on an older table of these is told so. A new order of the types is no change of any. */
function raisedBy(changes: readonly TableChange[], goal: Tables): Set<string> {
  const all = changes.some(({ kind }) => ["role-created", "role-deleted", "role-relabelled"].includes(kind));
  if (all) return new Set(goal.types.map(({ name }) => name));
  return new Set(changes.flatMap((change) => ("type" in change ? [change.type.name] : [])));
}

function columnParts({ tables, goal, changes }: Asked): Part[] {
  const gone = only(changes, "column-deleted").map(({ type, column }) => ({ type: type.name, name: column.name }));
  const there = new Map(tables.types.map((type) => [type.name, new Set(type.columns.map(({ name }) => name))]));
  const all = goal.types.flatMap((type) => columnRows(type, changes, there.has(type.name)));
  const isNew = ({ type, name }: { type: string; name: string }) => !there.get(type)?.has(name);
  const shape = 'type text, name text, kind text, "globalRole" text, label text, position int';
  return [
    {
      name: "columns_gone",
      statement: sql`delete from group_role r using guard, ${rows(gone, "type text, name text")}
        where r.type = v.type and r.name = v.name`,
    },
    {
      name: "columns_made",
      statement: sql`insert into group_role (type, name, kind, global_role, label, position)
        select v.type, v.name, v.kind, v."globalRole", v.label, coalesce(v.position, 0) from guard, ${rows(all.filter(isNew), shape)}`,
    },
    {
      name: "columns_set",
      statement: sql`update group_role r set label = v.label, position = coalesce(v.position, r.position)
        from guard, ${rows(
          all.filter((column) => !isNew(column) && column.touched),
          shape,
        )} where r.type = v.type and r.name = v.name`,
    },
  ];
}

/** Built-in columns stand first, custom ones after them; the others go by their global role. */
function columnRows(type: GroupType, changes: readonly TableChange[], isThere: boolean) {
  const of = (kind: TableChange["kind"]) =>
    changes.filter((change) => change.kind === kind && "type" in change && change.type.name === type.name);
  const moved = !isThere || of("column-created").length + of("columns-ordered").length > 0;
  const relabelled = new Set(
    [...of("column-relabelled")].map((change) => (change as Of<"column-relabelled">).column.name),
  );
  const roles = new Set(only(changes, "role-relabelled").map(({ role }) => role.name));
  const built = type.columns.filter(({ kind, globalRole }) => kind !== "custom" && globalRole === null);
  const places = new Map(counts([...built, ...customColumns(type)], 0).map(({ name, position }) => [name, position]));
  return type.columns.map(({ name, kind, globalRole, label }: FileColumn) => {
    const position = moved ? (places.get(name) ?? null) : null;
    const touched = (moved && position !== null) || relabelled.has(name) || roles.has(globalRole ?? "");
    return { type: type.name, name, kind, globalRole, label, position, touched };
  });
}

function cellParts({ changes }: Asked): Part[] {
  const cellOf = (type: GroupType, { name, kind }: FileColumn, permission: string, on: boolean) => ({
    ...{ type: type.name, role: name, kind, permission, on },
  });
  const cells = [
    ...only(changes, "cell").map(({ type, column, permission, on }) => cellOf(type, column, permission, on)),
    ...only(changes, "type-created").flatMap(({ type }) =>
      type.columns.flatMap((column) => column.permissions.map((permission) => cellOf(type, column, permission, true))),
    ),
  ];
  const shape = 'type text, role text, kind text, permission text, "on" boolean';
  return [
    {
      name: "cells_given",
      statement: sql`insert into group_grant (type, role, kind, permission) select v.type, v.role, v.kind, v.permission
        from guard, ${rows(cells, shape)} where v."on" on conflict do nothing`,
    },
    {
      name: "cells_taken",
      statement: sql`delete from group_grant x using guard, ${rows(cells, shape)}
        where not v."on" and x.type = v.type and x.role = v.role and x.permission = v.permission`,
    },
  ];
}
