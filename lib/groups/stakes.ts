/** What one gains and loses by joining or leaving: the same question asked twice, before and after. */
import { GROUP_PERMISSIONS, type GroupPermission } from "@/lib/policy/catalogue";
import { decide } from "@/lib/policy/decide";
import type { PolicyViewer, Situation } from "@/lib/policy/facts";

export interface Stakes {
  /** labels, in the order of the permission table */
  readonly gains: readonly string[];
  readonly losses: readonly string[];
}

// Ways in end by going in, and ways out by going out: nobody needs to be told.
const WAYS: readonly GroupPermission[] = ["member.join", "member.request", "member.leave"];

export function stakesOfJoining(viewer: PolicyViewer, situation: Situation): Stakes {
  return stakes(viewer, situation, { ...situation.standing, member: true, roles: [], pending: null });
}

export function stakesOfLeaving(viewer: PolicyViewer, situation: Situation): Stakes {
  return stakes(viewer, situation, { ...situation.standing, member: false, roles: [], pending: null });
}

function stakes(viewer: PolicyViewer, situation: Situation, standing: Situation["standing"]): Stakes {
  const rows = GROUP_PERMISSIONS.filter(({ key }) => !WAYS.includes(key));
  const before = new Set(rows.filter(({ key }) => decide(viewer, situation, key).allowed));
  const after = new Set(rows.filter(({ key }) => decide(viewer, { ...situation, standing }, key).allowed));
  return {
    gains: rows.filter((row) => after.has(row) && !before.has(row)).map(({ label }) => label),
    losses: rows.filter((row) => before.has(row) && !after.has(row)).map(({ label }) => label),
  };
}
