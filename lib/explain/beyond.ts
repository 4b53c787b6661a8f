/** What a verb asks for besides its permission: the table alone does not let anybody join, leave or approve. */
import type { GroupPermission } from "@/lib/policy/catalogue";
import { decideGlobal } from "@/lib/policy/decide";
import { isEligible } from "@/lib/policy/viewer";
import { andOf, pronounsOf, roleLabel } from "./names";
import { globalPlace, groupPlace } from "./places";
import type { Case, Line } from "./shape";

/** What a restricted group leaves to site owners, whoever holds the permission. */
const LEFT_TO_OWNERS: readonly GroupPermission[] = [
  "member.add",
  "member.remove",
  "member.assign-roles",
  "member.administer",
  "request.decide",
  "leader.appoint",
];

/** `blocks`: whoever holds the permission still cannot. */
export interface Beyond extends Line {
  readonly blocks: boolean;
}

export function beyondLines(one: Case): Beyond[] {
  const { permission } = one.question;
  if (permission === "member.join" || permission === "member.request") return joining(one);
  if (permission === "member.leave") return leaving(one);
  const { viewer, situation } = one.question;
  const left = situation.group.restricted && !viewer.account?.owner && LEFT_TO_OWNERS.includes(permission);
  return left ? [settings(one, "The group is restricted: whatever the roles grant, only a site owner does this")] : [];
}

function joining(one: Case): Beyond[] {
  const { viewer, situation, permission } = one.question;
  const { internal, open, public: isPublic, restricted, eligibleRoles } = situation.group;
  if (internal) return [settings(one, "The group is internal: nobody joins it or asks to, whatever the roles grant")];
  const requests = isPublic || decideGlobal(viewer, "group.request").allowed;
  const kept = andOf(
    eligibleRoles.map((role) => roleLabel(one, role)),
    "or",
  );
  const { they } = pronounsOf(one);
  const waits = permission === "member.request" || !open || restricted;
  return [
    ...(isEligible(viewer, situation.group)
      ? []
      : [settings(one, `The group is kept for whoever holds ${kept}, and ${they} do not`)]),
    ...(requests
      ? []
      : [
          {
            text: `The group is not public, so it also takes “Request non-public groups”, which ${they} do not hold`,
            place: globalPlace(one),
            blocks: true,
          },
        ]),
    ...(waits ? [settings(one, "It makes a request, which somebody has to approve", false)] : []),
  ];
}

function leaving(one: Case): Beyond[] {
  const { internal, open } = one.question.situation.group;
  if (internal)
    return [settings(one, "The group is internal: nobody leaves it by themselves, whatever the roles grant")];
  return open
    ? []
    : [
        settings(
          one,
          "The group is not open: leaving makes a request, unless the portal lets people go at once",
          false,
        ),
      ];
}

const settings = (one: Case, text: string, blocks = true): Beyond => ({
  text,
  place: groupPlace(one, "settings"),
  blocks,
});
