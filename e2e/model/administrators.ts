/** SEMANTICS §9, the last administrator. */
import { globalRolesOf, isActive, isOwner, may } from "./holding";
import { columnOf, type Group, type State } from "./state";

/** An active member whose Member, Insider and custom roles hold `group.administer`; leading does not make one. */
export function isAdministrator(
  state: State,
  group: Group,
  who: string,
  roles = group.members.get(who)?.roles,
): boolean {
  if (!group.members.has(who) || !isActive(state, who)) return false;
  const tied = [...globalRolesOf(state, who)].map((role) => `insider:${role}`);
  return ["member", ...tied, ...(roles ?? [])].some((column) =>
    columnOf(state, group.type, column).has("group.administer"),
  );
}

export const administratorsOf = (state: State, group: Group): string[] =>
  [...group.members.keys()].filter((who) => isAdministrator(state, group, who));

/** Of whom the group may not be bereft while others remain, unless a site owner or a holder of bypass does it. */
export function isLastAdministrator(state: State, actor: string, group: Group, target: string): boolean {
  if (state.faults.has("the last administrator is not asked about")) return false;
  if (isOwner(state, actor) || may(state, actor, "group.bypass")) return false;
  const administrators = administratorsOf(state, group);
  return administrators.length === 1 && administrators[0] === target && group.members.size > 1;
}
