/** What leads from one state of the tables to another, change by change. Pure. */
import type { GlobalPermission, GroupPermission } from "@/lib/policy/catalogue";
import { sectionOf } from "./merge";
import type { Path } from "./read";
import {
  customColumns,
  type FileColumn,
  type GlobalRole,
  type GroupType,
  type Tables,
  type TypeSettings,
} from "./tables";

interface Relabelled {
  readonly before: string;
  readonly after: string;
}
interface Ordered {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export type TableChange =
  | { readonly kind: "role-created"; readonly role: GlobalRole }
  | ({ readonly kind: "role-relabelled"; readonly role: GlobalRole } & Relabelled)
  | { readonly kind: "role-deleted"; readonly role: GlobalRole }
  | ({ readonly kind: "roles-ordered" } & Ordered)
  | { readonly kind: "right"; readonly role: GlobalRole; readonly permission: GlobalPermission; readonly on: boolean }
  | { readonly kind: "type-created"; readonly type: GroupType }
  | {
      readonly kind: "type-edited";
      readonly type: GroupType;
      readonly before: Partial<TypeSettings>;
      readonly after: Partial<TypeSettings>;
    }
  | { readonly kind: "type-deleted"; readonly type: GroupType }
  | ({ readonly kind: "types-ordered" } & Ordered)
  | { readonly kind: "column-created"; readonly type: GroupType; readonly column: FileColumn }
  | ({ readonly kind: "column-relabelled"; readonly type: GroupType; readonly column: FileColumn } & Relabelled)
  | { readonly kind: "column-deleted"; readonly type: GroupType; readonly column: FileColumn }
  | ({ readonly kind: "columns-ordered"; readonly type: GroupType } & Ordered)
  | {
      readonly kind: "cell";
      readonly type: GroupType;
      readonly column: FileColumn;
      readonly permission: GroupPermission;
      readonly on: boolean;
    };

/** Global roles first, then types, each in the order of `after`; what goes comes last. */
export function differencesOf(before: Tables, after: Tables): TableChange[] {
  return [...roleChanges(before, after), ...typeChanges(before, after)];
}

interface Named {
  readonly name: string;
}

function paired<T extends Named>(before: readonly T[], after: readonly T[]) {
  const old = new Map(before.map((one) => [one.name, one]));
  const names = new Set(after.map(({ name }) => name));
  return {
    pairs: after.map((one) => ({ was: old.get(one.name), is: one })),
    gone: before.filter(({ name }) => !names.has(name)),
    ordered: orderOf(before, after),
  };
}

/** Null where whatever stays keeps its order and whatever is new comes last. */
function orderOf(before: readonly Named[], after: readonly Named[]): Ordered | null {
  const names = after.map(({ name }) => name);
  const stay = before.map(({ name }) => name).filter((name) => names.includes(name));
  const usual = [...stay, ...names.filter((name) => !stay.includes(name))];
  return usual.every((name, n) => name === names[n]) ? null : { before: stay, after: names };
}

function roleChanges({ globalRoles, types }: Tables, after: Tables): TableChange[] {
  const { pairs, gone, ordered } = paired(globalRoles, after.globalRoles);
  const typesGone = types.filter(({ name }) => !after.types.some((type) => type.name === name));
  const withType = new Set<string>(typesGone.map(({ name }) => `group.create:${name}`));
  return [
    ...pairs.flatMap(({ was, is: role }): TableChange[] => [
      ...(was ? [] : [{ kind: "role-created" as const, role }]),
      ...(was && was.label !== role.label
        ? [{ kind: "role-relabelled" as const, role, before: was.label, after: role.label }]
        : []),
      // The right to create groups of a type goes with the type, whoever holds it.
      ...movedIn(
        (was?.permissions ?? []).filter((key) => !withType.has(key)),
        role.permissions,
      ).map((moved) => ({
        ...{ kind: "right" as const, role, ...moved },
      })),
    ]),
    ...(ordered ? [{ kind: "roles-ordered" as const, ...ordered }] : []),
    ...gone.map((role) => ({ kind: "role-deleted" as const, role })),
  ];
}

function typeChanges(before: Tables, after: Tables): TableChange[] {
  const { pairs, gone, ordered } = paired(before.types, after.types);
  return [
    ...pairs.flatMap(({ was, is: type }): TableChange[] =>
      was ? changesIn(was, type) : [{ kind: "type-created" as const, type }],
    ),
    ...(ordered ? [{ kind: "types-ordered" as const, ...ordered }] : []),
    ...gone.map((type) => ({ kind: "type-deleted" as const, type })),
  ];
}

function changesIn(was: GroupType, type: GroupType): TableChange[] {
  const { pairs, gone, ordered } = paired(customColumns(was), customColumns(type));
  const old = new Map(was.columns.map((column) => [column.name, column]));
  const edited = editedIn(was, type);
  return [
    ...(edited ? [{ kind: "type-edited" as const, type, ...edited }] : []),
    ...pairs.flatMap(({ was: column, is }): TableChange[] => {
      if (!column) return [{ kind: "column-created", type, column: is }];
      const labels = { before: column.label, after: is.label };
      return column.label === is.label ? [] : [{ kind: "column-relabelled", type, column: is, ...labels }];
    }),
    ...(ordered ? [{ kind: "columns-ordered" as const, type, ...ordered }] : []),
    ...type.columns.flatMap((column) =>
      movedIn(old.get(column.name)?.permissions ?? [], column.permissions).map((moved) => ({
        ...{ kind: "cell" as const, type, column, ...moved },
      })),
    ),
    ...gone.map((column) => ({ kind: "column-deleted" as const, type, column })),
  ];
}

function movedIn<P extends string>(before: readonly P[], after: readonly P[]): { permission: P; on: boolean }[] {
  return [
    ...after.filter((key) => !before.includes(key)).map((permission) => ({ permission, on: true })),
    ...before.filter((key) => !after.includes(key)).map((permission) => ({ permission, on: false })),
  ];
}

/** Only the settings that differ. */
function editedIn(was: GroupType, is: GroupType) {
  const keys = (["label", "description", "content", "creator", "defaults"] as const).filter(
    (key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]),
  );
  if (keys.length === 0) return null;
  const only = (from: TypeSettings): Partial<TypeSettings> => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { before: only(was), after: only(is) };
}

/** Where a file says what a change comes from; what goes is not in it, so its section is named. */
export function placeOfChange(change: TableChange): Path {
  switch (change.kind) {
    case "role-created":
    case "role-relabelled":
    case "right":
      return ["globalRoles", change.role.name];
    case "role-deleted":
    case "roles-ordered":
      return ["globalRoles"];
    case "type-created":
    case "type-edited":
      return ["types", change.type.name];
    case "type-deleted":
    case "types-ordered":
      return ["types"];
    case "columns-ordered":
    case "column-deleted":
      return ["types", change.type.name, "roles"];
    default:
      return ["types", change.type.name, ...sectionOf(change.column)];
  }
}
