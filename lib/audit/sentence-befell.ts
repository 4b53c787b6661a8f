/**
 * Whether what a cause began lies in another group, though it does not say so: lines and notices of earlier versions bear no
 * mark. Nobody falls out of the group that they came into or left, and a group that is still there was not the one deleted.
 * Pure and client-safe.
 */
export function befellAnother(event: string, began: string, groupIsThere: boolean): boolean {
  if (began === "group.deleted") return groupIsThere;
  return event === "member.pruned" && OF_ONE_MEMBERSHIP.has(began);
}

const OF_ONE_MEMBERSHIP = new Set([
  ...["member.joined", "member.added", "member.left", "member.removed"],
  "request.approved",
]);
