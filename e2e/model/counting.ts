/** SEMANTICS §7, the fixed point: what an account holds is counted up from its direct roles, group by group. */
import { accountOf, allows, giveAny, globalRolesOf, groupsOf, has, isEligible, isOwner } from "./holding";
import type { Group, State } from "./state";

/**
 * The groups that the account stays in, or null where nothing asks for a new count. A membership never counts as the
 * reason for itself, nor a ring of them for one another.
 */
export function countUp(before: State, state: State, who: string): Set<string> | null {
  if (!isCountedAgain(before, state, who)) return null;
  const roles = new Set(["authenticated", ...(accountOf(state, who)?.roles ?? [])]);
  const kept = new Set<string>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [name, group] of groupsOf(state, who)) {
      if (kept.has(name) || !mayStay({ before, state, who, name, group, roles })) continue;
      kept.add(name);
      for (const role of group.confers) roles.add(role);
      grown = true;
    }
  }
  return kept;
}

interface Staying {
  readonly before: State;
  readonly state: State;
  readonly who: string;
  readonly name: string;
  readonly group: Group;
  /** counted so far */
  readonly roles: ReadonlySet<string>;
}

/** Held before and not after is lost; who never held it is not touched. */
function mayStay({ before, state, who, name, group, roles }: Staying): boolean {
  if (group.flags.public && !state.faults.has("public is ignored at pruning")) return true;
  const owner = isOwner(state, who);
  const couldRequest = has(before, who, "group.request");
  if (couldRequest && !owner && !giveAny(state, roles, "group.request")) return false;
  const was = before.groups.get(name);
  const wasEligible = was !== undefined && isEligible(before, who, was);
  return !wasEligible || owner || allows(group.eligible, roles);
}

/**
 * Only if the cause takes away something that the count rests on: a direct role, `group.request` from a role, a membership
 * that confers, a role from what a group of its own confers – or if a group of its own lists other roles as eligible.
 * What is given, and what nothing rests on, makes nobody lose anything.
 */
function isCountedAgain(before: State, state: State, who: string): boolean {
  const [was, is] = [accountOf(before, who), accountOf(state, who)];
  if (!was || !is) return false;
  if ((was.owner && !is.owner) || isLess(is.roles, was.roles)) return true;
  const requests = (at: State, role: string) => at.globalRoles.get(role)?.has("group.request") ?? false;
  if ([...globalRolesOf(before, who)].some((role) => requests(before, role) && !requests(state, role))) return true;
  return groupsOf(before, who).some(([name, group]) => {
    const now = state.groups.get(name);
    if (!now?.members.has(who)) return group.confers.size > 0;
    return (
      isLess(now.confers, group.confers) || isLess(now.eligible, group.eligible) || isLess(group.eligible, now.eligible)
    );
  });
}

/** Something of what there was is missing. */
const isLess = (now: ReadonlySet<string>, before: ReadonlySet<string>): boolean =>
  [...before].some((item) => !now.has(item));
