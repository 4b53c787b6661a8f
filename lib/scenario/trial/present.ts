/** The portal's own tables in the place of those that a scenario made up. Pure. */
import type { GroupType, Tables } from "@/lib/permission-file/tables";
import { contentTypeOf, isGroupPermission, possibleIn } from "@/lib/policy/catalogue";
import type { Scenario, World } from "../shape";
import type { UnsavedChange } from "./changes";

export interface Replaced {
  readonly scenario: Scenario;
  /** what of the file counts for nothing, since the portal has it */
  readonly types: readonly string[];
  readonly globalRoles: readonly string[];
  /** what the portal lacks and the file brings */
  readonly ownTypes: readonly string[];
  readonly ownRoles: readonly string[];
}

/**
 * Every global role of the portal, and its types where the scenario has one of the same name. A right to create groups of
 * a type that is not there goes, and a tied column without a cell is no column that anybody can miss.
 */
export function onPresentTables(scenario: Scenario, present: Tables): Replaced {
  const there = present.types.filter(({ name }) => name in scenario.types);
  const types = { ...scenario.types, ...Object.fromEntries(there.map((type) => [type.name, typeOf(type)])) };
  const roles = Object.fromEntries(
    present.globalRoles.map(({ name, permissions }) => [name, permissions.filter((key) => isThere(key, types))]),
  );
  const roleNames = Object.keys(scenario.globalRoles);
  return {
    scenario: { ...scenario, types, globalRoles: { ...scenario.globalRoles, ...roles } },
    types: there.map(({ name }) => name),
    globalRoles: roleNames.filter((name) => name in roles),
    ownTypes: Object.keys(scenario.types).filter((name) => !there.some((type) => type.name === name)),
    ownRoles: roleNames.filter((name) => !(name in roles)),
  };
}

function isThere(permission: string, types: World["types"]): boolean {
  const [, type] = permission.split(":");
  return type === undefined || type in types;
}

function typeOf({ label, content, creator, columns }: GroupType): World["types"][string] {
  const held = (kind: string) => columns.filter((column) => column.kind === kind && column.permissions.length > 0);
  const tied = (kind: string) =>
    Object.fromEntries(held(kind).map(({ globalRole, permissions }) => [globalRole ?? "", [...permissions]]));
  const plain = columns.filter(({ globalRole }) => globalRole === null);
  return {
    label,
    content: [...content],
    creator: { member: creator.member, roles: [...creator.roles] },
    roles: Object.fromEntries(plain.map(({ name, permissions }) => [name, [...permissions]])),
    advancedOutsider: tied("advanced-outsider"),
    insider: tied("insider"),
  };
}

/** The tables with the changes in them, and which changes are none: no such cell, or an impossible one. */
export function withChanges(present: Tables, changes: readonly UnsavedChange[]) {
  const unfit = changes.filter((change) => !fits(present, change));
  const fit = changes.filter((change) => !unfit.includes(change));
  const types = present.types.map((type) => ({
    ...type,
    columns: type.columns.map((column) => {
      const mine = fit.filter((change) => change.type === type.name && change.column === column.name);
      const given = mine
        .filter(({ on }) => on)
        .map(({ permission }) => permission as (typeof column.permissions)[number]);
      const taken = mine.filter(({ on }) => !on).map(({ permission }) => permission);
      const kept = column.permissions.filter((key) => !taken.includes(key));
      return { ...column, permissions: [...new Set([...kept, ...given])] };
    }),
  }));
  return { tables: { ...present, types }, unfit };
}

function fits({ types }: Tables, { type: name, column: role, permission }: UnsavedChange): boolean {
  const type = types.find((one) => one.name === name);
  const column = type?.columns.find((one) => one.name === role);
  if (!type || !column || !isGroupPermission(permission) || possibleIn(column.kind, permission) !== true) return false;
  const content = contentTypeOf(permission);
  return content === null || type.content.includes(content);
}
