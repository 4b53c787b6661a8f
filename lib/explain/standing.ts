/** How somebody stands to a group, as far as it matters to the answer. */

import { standingOf } from "@/lib/policy/columns";
import { isManaged } from "@/lib/policy/steps";
import { AUTHENTICATED } from "@/lib/policy/viewer";
import { andOf, roleLabel } from "./names";
import { accountPlace, groupPlace } from "./places";
import type { Case, Line } from "./shape";

export function standingLines(one: Case, knowsOfIt: boolean): Line[] {
  const { viewer, situation } = one.question;
  const { member, leads, pending } = standingOf(viewer, situation);
  const roles = rolesThatMatter(one);
  return [
    { text: audience(one), place: member ? groupPlace(one, "members") : null },
    ...(leads ? [{ text: "Leads the group", place: groupPlace(one, "leaders") }] : []),
    ...(pending ? [{ text: `Has asked to ${pending} and waits for an answer`, place: null }] : []),
    ...(viewer.account?.owner ? [{ text: "Site owner", place: accountPlace(one) }] : []),
    ...(roles.length > 0 ? [{ text: `Holds ${theRoles(roles)} of the portal`, place: accountPlace(one) }] : []),
    {
      text: knowsOfIt ? "Sees that the group exists" : "Does not see that the group exists: to them it is not there",
      place: null,
    },
  ];
}

function audience(one: Case): string {
  const { viewer, situation } = one.question;
  if (!viewer.account) return "Visits without an account";
  if (!situation.standing.member) return "Stands outside the group";
  const roles = situation.standing.roles.map((role) => one.columns.get(role) ?? role);
  return roles.length > 0 ? `Is a member, as ${andOf(roles)}` : "Is a member, without a further role";
}

const theRoles = (roles: readonly string[]) => `the role${roles.length > 1 ? "s" : ""} ${andOf(roles)}`;

/** Of somebody's global roles only those are told that can make a difference here: the others are nobody's business. */
function rolesThatMatter(one: Case): string[] {
  const { policy, viewer, situation, permission } = one.question;
  const tied = new Set([...situation.table.columns.values()].map(({ globalRole }) => globalRole));
  const rights = ["group.bypass", ...(isManaged(permission) ? ["group.manage" as const] : [])] as const;
  const matters = (role: string) =>
    tied.has(role) ||
    situation.group.eligibleRoles.includes(role) ||
    rights.some((right) => policy.globalRoles.get(role)?.has(right));
  return [...viewer.globalRoles]
    .filter((role) => role !== AUTHENTICATED && matters(role))
    .map((role) => roleLabel(one, role));
}
