/** What a notice says, to the person it concerns. `{group}` stands for a link, or for words where one no longer sees it. */
import type { NoticeLine } from "@/lib/notices/queries";

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
  "account.role-taken": "because you no longer hold the role {of}",
  "account.owner-unmade": "because you are no longer a site owner",
  "permission.revoked": "because a role of yours lost a right",
  "role.deleted": "because the role {of} was deleted",
  "member.left": "because you left a group that gave you a role",
  "member.until": "because the time set for it has passed",
  "member.joined": "because you are in now",
  "group.configured": "because the settings of the group changed",
  "group.deleted": "because a group was deleted",
};

/** Why it came about by itself, or null where somebody simply did it. Causes read `event`, or `event name`. */
export function causeOf({ cause }: NoticeLine): string | null {
  if (!cause) return null;
  const [event = "", ...rest] = cause.split(" ");
  return CAUSES[event]?.replace("{of}", rest.at(-1) ?? "") ?? null;
}
