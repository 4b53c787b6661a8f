/** SEMANTICS §6, the decision: first match wins. */
import { isHolder, isThere, sufficesFor } from "./catalogue";
import { type Audience, audienceOf, columnsFor, holdersOf, isActive, isEligible, isOwner, leads, may } from "./holding";
import { ANYBODY, columnOf, type Group, type State } from "./state";

export interface Decision {
  readonly allowed: boolean;
  readonly rule: string;
  readonly audience: Audience;
  /** those that speak, sorted */
  readonly roles: readonly string[];
}

const BY_MANAGE = [
  "group.view",
  "group.view-unpublished",
  "member.list",
  "member.remove",
  "request.decide",
  "audit.view",
];

export function decide(state: State, who: string, group: Group, permission: string, byLink = false): Decision {
  const audience = audienceOf(who, group);
  const yes = (rule: string, roles: string[] = []) => ({ allowed: true, rule, audience, roles: roles.sort() });
  const no = (rule: string) => ({ allowed: false, rule, audience, roles: [] });

  if (who !== ANYBODY && !isActive(state, who)) return no("inactive");
  if (isImpossible(state, who, group, permission)) return no("impossible");
  if (isOwner(state, who)) return yes("owner");
  if (may(state, who, "group.bypass")) return yes("bypass");
  if (isManaged(state, who, group) && BY_MANAGE.includes(permission)) return yes("manage");
  const admins = columnsWith(state, who, group, "group.administer");
  if (admins.length > 0) return yes("admin", admins);
  const joins = permission === "member.join" || permission === "member.request";
  if (isKeptFrom(state, who, group) && !(byLink && joins)) return no("not-visible");
  if (asksForPage(permission) && !group.flags.published && !hasUnpublished(state, who, group)) return no("unpublished");
  const granting = columnsWith(state, who, group, permission);
  return granting.length > 0 ? yes("granted", granting) : no("not-granted");
}

export const can = (state: State, who: string, group: Group, permission: string): boolean =>
  decide(state, who, group, permission).allowed;

export function isImpossible(state: State, who: string, group: Group, permission: string): boolean {
  if (!isThere(permission, state.types.get(group.type)?.content ?? [])) return true;
  if (!holdersOf(state, who, group).some((holder) => isHolder(holder, permission))) return true;
  const member = audienceOf(who, group) === "member";
  if (permission === "member.leave" || permission === "member.edit-own") return !member;
  return (permission === "member.join" || permission === "member.request") && member;
}

/** `group.manage` gives nothing in internal groups. */
export const isManaged = (state: State, who: string, group: Group): boolean =>
  may(state, who, "group.manage") &&
  (!group.flags.internal || state.faults.has("managing all groups reaches the internal ones"));

/** Those of their columns that hold the permission, or one that implies it, in a cell that is possible. */
export function columnsWith(state: State, who: string, group: Group, permission: string): string[] {
  const enough = sufficesFor(permission);
  return columnsFor(state, who, group).filter((column) =>
    enough.some((one) => columnOf(state, group.type, column).has(one)),
  );
}

function isKeptFrom(state: State, who: string, group: Group): boolean {
  const { internal, hidden } = group.flags;
  if (!internal && !hidden && isEligible(state, who, group)) return false;
  return !group.members.has(who) && !leads(state, who, group) && !group.pending.has(who);
}

const asksForPage = (permission: string): boolean => permission === "group.view" || permission.startsWith("post.");

/** The unpublished permission that fits: one's own, for the creator. */
export function hasUnpublished(state: State, who: string, group: Group): boolean {
  if (columnsWith(state, who, group, "group.view-unpublished").length > 0) return true;
  return group.creator === who && columnsWith(state, who, group, "group.view-own-unpublished").length > 0;
}

/** SEMANTICS §6, who sees a group: that it is there at all. */
export function sees(state: State, who: string, group: Group): boolean {
  if (who !== ANYBODY && !isActive(state, who)) return false;
  if (isOwner(state, who) || may(state, who, "group.bypass")) return true;
  if (group.members.has(who) || leads(state, who, group) || group.pending.has(who)) return true;
  if (columnsWith(state, who, group, "group.administer").length > 0 || isManaged(state, who, group)) return true;
  const { internal, hidden, published } = group.flags;
  if (internal || hidden || !isEligible(state, who, group)) return false;
  return published ? columnsWith(state, who, group, "group.view").length > 0 : hasUnpublished(state, who, group);
}
