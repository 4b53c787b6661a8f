/** What one gains and loses by joining or leaving: the same question asked twice, before and after. */
import { GROUP_PERMISSIONS, type GroupPermission } from "@/lib/policy/catalogue";
import { decide } from "@/lib/policy/decide";
import type { Policy, PolicyViewer, Situation } from "@/lib/policy/facts";
import { policyViewer } from "@/lib/policy/viewer";

export interface Stakes {
  /** labels, in the order of the permission table */
  readonly gains: readonly string[];
  readonly losses: readonly string[];
}

// Ways in end by going in, and ways out by going out: nobody needs to be told.
const WAYS: readonly GroupPermission[] = ["member.join", "member.request", "member.leave"];
// What opens an unpublished group opens nothing while the group is published.
const WHILE_UNPUBLISHED: readonly GroupPermission[] = ["group.view-unpublished", "group.view-own-unpublished"];

/** With the global roles that the group confers, which may open more of it. */
export function stakesOfJoining(policy: Policy, viewer: PolicyViewer, situation: Situation): Stakes {
  const after = policyViewer(policy, viewer.account, [...viewer.globalRoles, ...situation.group.confers]);
  return stakes(viewer, after, situation, { ...situation.standing, member: true, roles: [], pending: null });
}

/** `ends`: the global roles that nothing else gives, and that end with the membership. */
export function stakesOfLeaving(
  policy: Policy,
  viewer: PolicyViewer,
  situation: Situation,
  ends: readonly string[],
): Stakes {
  const kept = [...viewer.globalRoles].filter((role) => !ends.includes(role));
  const after = policyViewer(policy, viewer.account, kept);
  return stakes(viewer, after, situation, { ...situation.standing, member: false, roles: [], pending: null });
}

function stakes(now: PolicyViewer, then: PolicyViewer, there: Situation, standing: Situation["standing"]): Stakes {
  const unsaid = there.group.published ? [...WAYS, ...WHILE_UNPUBLISHED] : WAYS;
  const rows = GROUP_PERMISSIONS.filter(({ key }) => !unsaid.includes(key));
  const before = new Set(rows.filter(({ key }) => decide(now, there, key).allowed));
  const after = new Set(rows.filter(({ key }) => decide(then, { ...there, standing }, key).allowed));
  return {
    gains: rows.filter((row) => after.has(row) && !before.has(row)).map(({ label }) => label),
    losses: rows.filter((row) => before.has(row) && !after.has(row)).map(({ label }) => label),
  };
}
