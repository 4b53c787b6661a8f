/** SEMANTICS §2–§4 and §9: the permission pages, and the roles on them. */
import type { Keys } from "@/lib/scenario/verbs";
import { administratorsOf } from "./administrators";
import { BUILT_IN_COLUMNS, BUILT_IN_ROLES, isPossibleCell, possibleForAnonymous } from "./catalogue";
import { mayGrantCell, mayTakePermissions } from "./ceilings";
import { log, logAndTell, tell } from "./chronicle";
import { isActive, isOwner, may } from "./holding";
import type { Group, GroupType, State } from "./state";

const mayOf = (state: State, actor: string, permission: string): boolean =>
  isActive(state, actor) && may(state, actor, permission);

const columnSaid = ({ role, outsiderOf, insiderOf }: Keys<"grant">): string =>
  role ?? (outsiderOf === undefined ? `insider:${insiderOf}` : `outsider:${outsiderOf}`);

export function grant(state: State, actor: string, keys: Keys<"grant">): string {
  return changeCell(state, actor, keys, true);
}

export function revoke(state: State, actor: string, keys: Keys<"revoke">): string {
  return changeCell(state, actor, keys, false);
}

function changeCell(state: State, actor: string, keys: Keys<"grant">, on: boolean): string {
  const { type: name, permission } = keys;
  const type = state.types.get(name);
  if (!type || !mayOf(state, actor, "type.administer")) return "not-permitted";
  if (on && !isPossibleCell(columnSaid(keys), permission, type.content)) return "impossible";
  const held = columnIn(type, columnSaid(keys));
  if (held.has(permission) === on) return "changed";
  if (on && !mayGrantCell(state, actor, name, permission)) return "exceeds-own";
  if (on) held.add(permission);
  else held.delete(permission);
  log(state, on ? "permission.granted" : "permission.revoked");
  return "changed";
}

function columnIn(type: GroupType, column: string): Set<string> {
  const held = type.columns.get(column) ?? new Set<string>();
  type.columns.set(column, held);
  return held;
}

export function grantGlobal(state: State, actor: string, { role, permission }: Keys<"grant-global">): string {
  if (!mayOf(state, actor, "permission.administer")) return "not-permitted";
  if (role === "anonymous" && !possibleForAnonymous(permission)) return "impossible";
  const held = state.globalRoles.get(role);
  if (!held || held.has(permission)) return "changed";
  // What one holds is then held by another role than this one, which does not have it yet.
  if (!isOwner(state, actor) && !may(state, actor, permission)) return "exceeds-own";
  held.add(permission);
  log(state, "permission.granted");
  return "changed";
}

export function revokeGlobal(state: State, actor: string, { role, permission }: Keys<"revoke-global">): string {
  if (!mayOf(state, actor, "permission.administer")) return "not-permitted";
  const held = state.globalRoles.get(role);
  if (!held?.has(permission)) return "changed";
  if (!mayTakePermissions(state, actor, [permission])) return "exceeds-own";
  held.delete(permission);
  log(state, "permission.revoked");
  return "changed";
}

export function createRole(state: State, actor: string, { role, type }: Keys<"create-role">): string {
  if (!mayOf(state, actor, type === undefined ? "permission.administer" : "type.administer")) return "not-permitted";
  if (type === undefined) state.globalRoles.set(role, new Set());
  else state.types.get(type)?.columns.set(role, new Set());
  log(state, "role.created");
  return "created";
}

export function deleteRole(state: State, actor: string, { role, type }: Keys<"delete-role">): string {
  return type === undefined ? deleteGlobalRole(state, actor, role) : deleteColumn(state, actor, type, role);
}

function deleteColumn(state: State, actor: string, type: string, role: string): string {
  if (!mayOf(state, actor, "type.administer")) return "not-permitted";
  if (BUILT_IN_COLUMNS.includes(role)) return "built-in";
  state.types.get(type)?.columns.delete(role);
  log(state, "role.deleted");
  for (const group of state.groups.values()) {
    if (group.type === type) takeColumn(state, actor, group, role);
  }
  return "deleted";
}

function takeColumn(state: State, actor: string, group: Group, role: string): void {
  for (const [who, { roles }] of group.members) {
    if (roles.delete(role)) logAndTell(state, actor, who, "member.roles-changed");
  }
}

function deleteGlobalRole(state: State, actor: string, role: string): string {
  if (!mayOf(state, actor, "permission.administer")) return "not-permitted";
  if (BUILT_IN_ROLES.includes(role)) return "built-in";
  if (!mayTakePermissions(state, actor, state.globalRoles.get(role) ?? [])) return "exceeds-own";
  log(state, "role.deleted");
  state.globalRoles.delete(role);
  for (const { columns } of state.types.values()) {
    for (const column of [`outsider:${role}`, `insider:${role}`]) columns.delete(column);
  }
  for (const { roles } of state.accounts.values()) roles.delete(role);
  for (const group of state.groups.values()) group.confers.delete(role);
  takeOffLists(state, actor, role);
  return "deleted";
}

/** A list that becomes empty makes the group internal instead of open to all, and its administrators are told (§7). */
function takeOffLists(state: State, actor: string, role: string): void {
  for (const group of state.groups.values()) {
    if (!group.eligible.delete(role) || group.eligible.size > 0) continue;
    group.owesChoice = true;
    if (group.flags.internal) continue;
    group.flags = { ...group.flags, internal: true };
    log(state, "group.made-internal");
    for (const who of administratorsOf(state, group)) tell(state, actor, who, "group.made-internal");
  }
}
