/** A viewer holds what the roles say, and nothing that nobody gave. */
import { type GlobalPermission, possibleForAnonymousRole } from "./catalogue";
import type { GroupFacts, Policy, PolicyViewer } from "./facts";

/** The two roles that are built in: of people without an account, and of every account. */
export const ANONYMOUS = "anonymous";
export const AUTHENTICATED = "authenticated";

/** A visitor of whom only groups are asked: global permissions of a visitor need `policyViewer(policy, null, [])`. */
export const VISITOR: PolicyViewer = {
  account: null,
  globalRoles: new Set([ANONYMOUS]),
  globalPermissions: new Set(),
};

/**
 * Whoever asks, as the policy sees them. `heldRoles` are the global roles held directly or conferred; the built-in one
 * is added, and a visitor holds no other. Grants that are impossible for a visitor do not count.
 */
export function policyViewer(
  policy: Policy,
  account: PolicyViewer["account"],
  heldRoles: Iterable<string>,
): PolicyViewer {
  const globalRoles = account ? accountRoles(heldRoles) : new Set([ANONYMOUS]);
  const granted = [...globalRoles].flatMap((role) => [...(policy.globalRoles.get(role) ?? [])]);
  const counting = account ? granted : granted.filter(countsForVisitors);
  return { account, globalRoles, globalPermissions: new Set(counting) };
}

function accountRoles(heldRoles: Iterable<string>): Set<string> {
  const roles = new Set([AUTHENTICATED, ...heldRoles]);
  roles.delete(ANONYMOUS);
  return roles;
}

export function countsForVisitors(permission: GlobalPermission): boolean {
  return possibleForAnonymousRole(permission) === true;
}

/** Whether the group's list of eligible roles lets the viewer in; a visitor is eligible only where nothing is listed. */
export function isEligible(viewer: PolicyViewer, group: Pick<GroupFacts, "eligibleRoles">): boolean {
  if (viewer.account?.owner || group.eligibleRoles.length === 0) return true;
  return viewer.account !== null && group.eligibleRoles.some((role) => viewer.globalRoles.has(role));
}
