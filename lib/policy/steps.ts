/** The steps of a decision, in their order: the first that speaks decides. */
import { canHold, type GroupPermission, isContentPermission } from "./catalogue";
import { anyGives, contentOn, opensUnpublished, standingOf } from "./columns";
import type { Audience, Column, PolicyViewer, Rule, Situation } from "./facts";
import { isEligible } from "./viewer";

/** A question with everything that its steps look at, worked out once. */
export interface Asked {
  readonly viewer: PolicyViewer;
  readonly situation: Situation;
  readonly permission: GroupPermission;
  readonly byLink: boolean;
  readonly audience: Audience;
  /** the columns that speak for the viewer */
  readonly columns: readonly Column[];
  readonly bypasses: boolean;
  readonly manages: boolean;
}

export interface Step {
  readonly rule: Rule;
  readonly allowed: boolean;
  readonly speaks: (asked: Asked) => boolean;
}

const MANAGED: readonly GroupPermission[] = [
  "group.view",
  "group.view-unpublished",
  "member.list",
  "member.remove",
  "request.decide",
  "audit.view",
];

/** Whether managing all groups answers for the permission. */
export function isManaged(permission: GroupPermission): boolean {
  return MANAGED.includes(permission);
}

/** Whether an unpublished group keeps the permission back from those who may not read it. */
export function followsPublication(permission: GroupPermission): boolean {
  return permission === "group.view" || isContentPermission(permission);
}

/** Where every step is silent it ends here. */
export const OTHERWISE: Pick<Step, "rule" | "allowed"> = { rule: "not-granted", allowed: false };

export const STEPS: readonly Step[] = [
  { rule: "inactive", allowed: false, speaks: ({ viewer }) => viewer.account?.active === false },
  { rule: "impossible", allowed: false, speaks: isImpossible },
  { rule: "owner", allowed: true, speaks: ({ viewer }) => viewer.account?.owner === true },
  { rule: "bypass", allowed: true, speaks: ({ bypasses }) => bypasses },
  { rule: "manage", allowed: true, speaks: isManagedHere },
  { rule: "admin", allowed: true, speaks: ({ columns }) => anyGives(columns, "group.administer") },
  { rule: "not-visible", allowed: false, speaks: isKeptAway },
  { rule: "unpublished", allowed: false, speaks: isUnpublishedFor },
  { rule: "granted", allowed: true, speaks: ({ columns, permission }) => anyGives(columns, permission) },
];

// Leaving while outside and joining while inside need no line of their own: each has one kind of holder. Today leaders
// can hold nothing that their own audience cannot; the line about them is for the row that changes that.
function isImpossible({ viewer, situation, permission, audience }: Asked): boolean {
  if (!contentOn(situation.table, permission)) return true;
  const leads = standingOf(viewer, situation).leads;
  return !canHold(audience, permission) && !(leads && canHold("leader", permission));
}

function isManagedHere({ manages, situation, permission }: Asked): boolean {
  return manages && !situation.group.internal && isManaged(permission);
}

function isKeptAway({ viewer, situation, permission, byLink }: Asked): boolean {
  if (byLink && (permission === "member.join" || permission === "member.request")) return false;
  const { member, leads, pending } = standingOf(viewer, situation);
  if (member || leads || pending !== null) return false;
  return situation.group.internal || situation.group.hidden || !isEligible(viewer, situation.group);
}

function isUnpublishedFor({ viewer, situation, permission, columns }: Asked): boolean {
  if (situation.group.published || !followsPublication(permission)) return false;
  return !opensUnpublished(columns, viewer, situation);
}
