/** SEMANTICS §6: Add, Remove, change roles, set until; and one's own record. */
import type { Keys } from "@/lib/scenario/verbs";
import { isAdministrator, isLastAdministrator } from "./administrators";
import { mayGiveRoles, standsAboveIn } from "./ceilings";
import { log, logAndTell } from "./chronicle";
import { isKeptForOwners } from "./deciding";
import { can } from "./decision";
import { seenGroup } from "./group-named";
import { globalRolesOf, isActive, isEligible, isOwner } from "./holding";
import { enter } from "./joining";
import { type Group, momentOf, type State } from "./state";

export function addMember(state: State, actor: string, keys: Keys<"add-member">): string {
  const { account, roles = [] } = keys;
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  if (!can(state, actor, group, "member.add")) return "not-permitted";
  if (isKeptForOwners(state, actor, group)) return "restricted";
  if (!isActive(state, account)) return "not-found";
  if (group.members.has(account)) return "already-member";
  if (!isEligible(state, account, group)) return "not-eligible";
  if (addingExceeds(state, actor, group, account, roles)) return "exceeds-own";
  enter(group, account, roles, momentOf(state, keys.until));
  logAndTell(state, actor, account, "member.added");
  return "added";
}

/** Adding somebody to a group that confers a role which one does not hold is allowed; adding oneself is not (§9). */
function addingExceeds(state: State, actor: string, group: Group, account: string, roles: readonly string[]): boolean {
  const held = globalRolesOf(state, actor);
  const isHigher = !isOwner(state, actor) && [...group.confers].some((role) => !held.has(role));
  if (account === actor && isHigher) return true;
  if (roles.length === 0) return false;
  return !can(state, actor, group, "member.assign-roles") || !mayGiveRoles(state, actor, group, roles);
}

export function removeMember(state: State, actor: string, keys: Keys<"remove-member">): string {
  const { account } = keys;
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  const refusal = untouchable(state, actor, group, account, "member.remove");
  if (refusal) return refusal;
  if (standsAboveIn(state, actor, group, account)) return "exceeds-own";
  if (isLastAdministrator(state, actor, group, account)) return "last-admin";
  group.members.delete(account);
  logAndTell(state, actor, account, "member.removed");
  return "removed";
}

export function setMemberRoles(state: State, actor: string, keys: Keys<"set-member-roles">): string {
  const { account } = keys;
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  const refusal = untouchable(state, actor, group, account, "member.assign-roles");
  if (refusal) return refusal;
  const had = group.members.get(account)?.roles ?? new Set();
  const given = keys.roles.filter((role) => !had.has(role));
  if (given.length === 0 && new Set(keys.roles).size === had.size) return "changed";
  if (standsAboveIn(state, actor, group, account) || !mayGiveRoles(state, actor, group, given)) return "exceeds-own";
  const stays = isAdministrator(state, group, account, new Set(keys.roles));
  if (!stays && isLastAdministrator(state, actor, group, account)) return "last-admin";
  logAndTell(state, actor, account, "member.roles-changed");
  replace(group, account, { roles: new Set(keys.roles) });
  return "changed";
}

/** A membership that is given an end is a removal to come; taking the end away is none (§9). */
export function setUntil(state: State, actor: string, keys: Keys<"set-until">): string {
  const { account } = keys;
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  const refusal = untouchable(state, actor, group, account, "member.administer");
  if (refusal) return refusal;
  const until = momentOf(state, keys.until);
  if (group.members.get(account)?.until === until) return "changed";
  if (until !== null && standsAboveIn(state, actor, group, account)) return "exceeds-own";
  if (until !== null && isLastAdministrator(state, actor, group, account)) return "last-admin";
  logAndTell(state, actor, account, "member.until-changed");
  replace(group, account, { until });
  return "changed";
}

function untouchable(state: State, actor: string, group: Group, account: string, permission: string): string | null {
  if (!can(state, actor, group, permission)) return "not-permitted";
  if (isKeptForOwners(state, actor, group)) return "restricted";
  return group.members.has(account) ? null : "not-a-member";
}

function replace(group: Group, account: string, change: { roles?: Set<string>; until?: number | null }): void {
  const there = group.members.get(account);
  if (there) group.members.set(account, { ...there, ...change });
}

export function editOwnMembership(state: State, actor: string, keys: Keys<"edit-own-membership">): string {
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  if (!can(state, actor, group, "member.edit-own")) return "not-permitted";
  const there = group.members.get(actor);
  const record = JSON.stringify([keys.title ?? "", keys.note ?? ""]);
  if (there && there.record !== record) {
    there.record = record;
    log(state, "member.edited");
  }
  return "changed";
}
