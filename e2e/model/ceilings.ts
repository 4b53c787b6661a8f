/** SEMANTICS §9: nobody gives what they do not hold, nor acts upward. */
import { BUILT_IN_COLUMNS, globalPermissions, HIGH, raises } from "./catalogue";
import { columnsWith, decide } from "./decision";
import { accountOf, globalRolesOf, has, isOwner, may } from "./holding";
import { columnOf, type Group, type State } from "./state";

/** By `decide`, or by the table for a cell that the own audience cannot hold, for those who administer the group. */
export function holdsThere(state: State, who: string, group: Group, permission: string): boolean {
  const { allowed, rule } = decide(state, who, group, permission);
  if (allowed || rule !== "impossible") return allowed;
  if (isOwner(state, who) || may(state, who, "group.bypass")) return true;
  return columnsWith(state, who, group, "group.administer").length > 0;
}

const holdsAll = (state: State, who: string, group: Group, permissions: Iterable<string>): boolean =>
  [...permissions].every((permission) => holdsThere(state, who, group, permission));

/** Nobody gives a group role whose permissions they do not hold in that group; nor one that no membership can bear. */
export const mayGiveRoles = (state: State, actor: string, group: Group, roles: readonly string[]): boolean =>
  roles.every((role) => isCustom(state, group, role)) &&
  (isOwner(state, actor) || roles.every((role) => holdsAll(state, actor, group, columnOf(state, group.type, role))));

const isCustom = (state: State, { type }: Group, role: string): boolean =>
  !BUILT_IN_COLUMNS.includes(role) && !role.includes(":") && (state.types.get(type)?.columns.has(role) ?? false);

/** In a group: holds a permission marked high that the actor does not hold in it. */
export function standsAboveIn(state: State, actor: string, group: Group, target: string): boolean {
  if (isOwner(state, actor)) return false;
  return HIGH.some(
    (permission) => holdsThere(state, target, group, permission) && !holdsThere(state, actor, group, permission),
  );
}

/** A leader group stands where the highest of its members stands. */
export function anyStandsAbove(state: State, actor: string, group: Group, targets: Iterable<string>): boolean {
  return [...targets].some((target) => standsAboveIn(state, actor, group, target));
}

/** In the portal: is a site owner, or holds a global permission but the harmless five that the actor does not hold. */
export function standsAboveInPortal(state: State, actor: string, target: string): boolean {
  if (isOwner(state, actor)) return false;
  if (isOwner(state, target)) return true;
  return globalPermissions(state.types.keys())
    .filter(raises)
    .some((permission) => has(state, target, permission) && !may(state, actor, permission));
}

/** The actor does not hold a high permission that leading brings. */
export const leadingExceeds = (state: State, actor: string, group: Group): boolean =>
  !isOwner(state, actor) &&
  HIGH.some(
    (permission) =>
      columnOf(state, group.type, "leader").has(permission) && !holdsThere(state, actor, group, permission),
  );

/** To put conferred roles on a group's list or take them off: `group.configure` there, `people.administer`, and the role. */
export const mayConfer = (state: State, actor: string, group: Group, roles: readonly string[]): boolean =>
  roles.length === 0 ||
  isOwner(state, actor) ||
  (holdsThere(state, actor, group, "group.configure") && mayGiveConferred(state, actor, roles));

export const mayGiveConferred = (state: State, actor: string, roles: readonly string[]): boolean =>
  may(state, actor, "people.administer") && roles.every((role) => globalRolesOf(state, actor).has(role));

/** The cells of a type that bring people in; closed to whoever does not hold what its groups confer, or where they lead. */
const BRING_IN = ["member.add", "member.join", "member.request", "request.decide", "link.manage"];

export function mayGrantCell(state: State, actor: string, type: string, permission: string): boolean {
  if (isOwner(state, actor) || may(state, actor, "group.bypass")) return true;
  if (HIGH.includes(permission)) return false;
  return !BRING_IN.includes(permission) || !reachesFurther(state, actor, type);
}

function reachesFurther(state: State, actor: string, type: string): boolean {
  const held = globalRolesOf(state, actor);
  const leading = new Set([...state.groups.values()].flatMap((group) => [...group.leaderGroups]));
  return [...state.groups].some(
    ([name, group]) => group.type === type && (leading.has(name) || [...group.confers].some((role) => !held.has(role))),
  );
}

/** Every permission that goes with a role, or is taken from one, but the harmless five. */
export const mayTakePermissions = (state: State, actor: string, permissions: Iterable<string>): boolean =>
  [...permissions].filter(raises).every((permission) => may(state, actor, permission));

export const leadersNamed = (state: State, account: string | undefined, leaderGroup: string | undefined): string[] => {
  if (account !== undefined) return accountOf(state, account) ? [account] : [];
  return [...(state.groups.get(leaderGroup ?? "")?.members.keys() ?? [])];
};
