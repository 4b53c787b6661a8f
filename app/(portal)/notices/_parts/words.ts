/** What a notice says, to the person it concerns. `{group}` stands for a link, or for words where one no longer sees it. */
import type { NoticeLine } from "@/lib/notices/queries";
import { GLOBAL_PERMISSIONS } from "@/lib/policy/catalogue";

const SAYS: Readonly<Record<string, string>> = {
  "member.joined": "You are now in {group}.",
  "member.added": "You were added to {group}.",
  "member.left": "You have left {group}.",
  "member.removed": "You were removed from {group}.",
  "member.pruned": "You are no longer in {group}.",
  "member.roles-changed": "Your roles in {group} were changed.",
  "member.until-changed": "The end of your membership in {group} was changed.",
  "request.made": "Somebody wishes to join or leave {group}.",
  "request.approved": "Your request about {group} was approved.",
  "request.rejected": "Your request about {group} was rejected.",
  "request.closed": "Your request about {group} was closed.",
  "post.edited": "A post of yours in {group} was changed.",
  "post.deleted": "A post of yours in {group} was deleted.",
  "reply.created": "Somebody replied to a post of yours in {group}.",
  "reply.edited": "A reply of yours in {group} was changed.",
  "reply.deleted": "A reply of yours in {group} was deleted.",
  "leader.appointed": "You were put in charge of {group}.",
  "leader.dismissed": "You are no longer in charge of {group}.",
  "leader.not-eligible": "You lead {group}, and no longer hold a role that it is kept for.",
  "group.deleted": "A group that you were in was deleted.",
  "group.made-internal": "{group} became internal, because the last role that it was kept for is gone.",
  "group.without-administrator": "{group} has lost its last administrator.",
  "account.role-given": "You now hold the role {role}.",
  "account.role-taken": "You no longer hold the role {role}.",
  "account.owner-made": "You are now a site owner.",
  "account.owner-unmade": "You are no longer a site owner.",
  "account.reactivated": "Your account works again. Groups that you were in have to be joined again.",
};

/** The sentence with its places still open. An event that nobody foresaw is named as the log names it. */
export function sentenceOf({ event }: NoticeLine): string {
  return SAYS[event] ?? `${event}: {group}`;
}

const CAUSES: Readonly<Record<string, string>> = {
  "account.role-taken": "because you no longer hold the role {role}",
  "account.owner-unmade": "because you are no longer a site owner",
  "permission.revoked": "because the role {role} lost the right “{right}”",
  "role.deleted": "because the role {role} was deleted",
  "member.left": "because you left a group that gave you a role",
  "member.removed": "because you were removed from a group that gave you a role",
  "member.until": "because the time set for it has passed",
  "member.joined": "because you are in now",
  "group.configured": "because the settings of the group changed",
  "group.deleted": "because a group was deleted",
};

/** Why it came about by itself, or null where somebody simply did it. Of several causes the first is told. */
export function causeOf({ cause, causeRole }: Pick<NoticeLine, "cause" | "causeRole">): string | null {
  const [event = "", ...named] = cause?.split("; ")[0]?.split(" ") ?? [];
  const said = CAUSES[event];
  if (!said) return null;
  return said.replace("{role}", causeRole ?? named.at(-1) ?? "").replace("{right}", rightCalled(named[0]));
}

/** The label that the permission page gives it. */
function rightCalled(permission = ""): string {
  return GLOBAL_PERMISSIONS.find(({ key }) => key === permission)?.label ?? permission;
}
