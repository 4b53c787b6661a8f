/** Who somebody is: their global roles, what these give, and how they stand to a group. */
import type { Holder } from "./catalogue";
import { type Account, ANYBODY, type Group, type State } from "./state";

export type Audience = "anonymous" | "outsider" | "member";

export const accountOf = (state: State, who: string): Account | undefined => {
  const account = state.accounts.get(who);
  return account?.deleted ? undefined : account;
};

export const isActive = (state: State, who: string): boolean => accountOf(state, who)?.active ?? false;
export const isOwner = (state: State, who: string): boolean => accountOf(state, who)?.owner ?? false;
export const activeOwners = (state: State): string[] =>
  [...state.accounts.keys()].filter((who) => isOwner(state, who) && isActive(state, who));

export const groupsOf = (state: State, who: string): [string, Group][] =>
  [...state.groups].filter(([, group]) => group.members.has(who));

/** Direct and conferred ones, and the built-in one that everybody of this kind has. */
export function globalRolesOf(state: State, who: string): Set<string> {
  if (who === ANYBODY) return new Set(["anonymous"]);
  const account = accountOf(state, who);
  if (!account) return new Set();
  const conferred = groupsOf(state, who).flatMap(([, group]) => [...group.confers]);
  return new Set(["authenticated", ...account.roles, ...conferred]);
}

export const giveAny = (state: State, roles: Iterable<string>, permission: string): boolean =>
  [...roles].some((role) => state.globalRoles.get(role)?.has(permission));

/** Whether or not the account is active at the moment: what it would have. */
export const has = (state: State, who: string, permission: string): boolean =>
  isOwner(state, who) || giveAny(state, globalRolesOf(state, who), permission);

/** A global permission as a decision counts it. */
export const may = (state: State, who: string, permission: string): boolean =>
  (who === ANYBODY || isActive(state, who)) && has(state, who, permission);

/** If any roles are listed, only holders of one of them; public does not override this (§5). */
export const allows = (eligible: ReadonlySet<string>, roles: Iterable<string>): boolean =>
  eligible.size === 0 || [...roles].some((role) => role !== "anonymous" && eligible.has(role));

export const isEligible = (state: State, who: string, group: Group): boolean =>
  isOwner(state, who) || allows(group.eligible, globalRolesOf(state, who));

/** An account, or a member of a leader group: one level, not recursive (§1). */
export function leads(state: State, who: string, group: Group): boolean {
  if (state.faults.has("a leader is not counted")) return false;
  return group.leaders.has(who) || [...group.leaderGroups].some((one) => state.groups.get(one)?.members.has(who));
}

export function leadersOf(state: State, group: Group): Set<string> {
  const inGroups = [...group.leaderGroups].flatMap((one) => [...(state.groups.get(one)?.members.keys() ?? [])]);
  return new Set([...group.leaders, ...inGroups]);
}

export function audienceOf(who: string, group: Group): Audience {
  if (who === ANYBODY) return "anonymous";
  return group.members.has(who) ? "member" : "outsider";
}

const HOLDER: { readonly [audience in Audience]: Holder } = { anonymous: "A", outsider: "O", member: "M" };

/** The audience, and Leader if they lead. */
export const holdersOf = (state: State, who: string, group: Group): Holder[] => [
  HOLDER[audienceOf(who, group)],
  ...(leads(state, who, group) ? (["L"] as const) : []),
];

/** Exactly one set of columns: the three audiences never inherit from one another (§6, 4). */
export function columnsFor(state: State, who: string, group: Group): string[] {
  const custom = [...globalRolesOf(state, who)].filter((role) => role !== "authenticated");
  const audience = audienceOf(who, group);
  const own = {
    anonymous: ["anonymous"],
    outsider: ["outsider", ...custom.map((role) => `outsider:${role}`)],
    member: ["member", ...custom.map((role) => `insider:${role}`), ...(group.members.get(who)?.roles ?? [])],
  }[audience];
  return leads(state, who, group) ? [...own, "leader"] : own;
}
