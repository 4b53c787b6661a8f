/** What the screens say of every answer about being in a group. */
import type { AddAnswer } from "@/lib/policy/answers/add";
import type { EditOwnAnswer } from "@/lib/policy/answers/edit-own";
import type { JoinAnswer } from "@/lib/policy/answers/join";
import type { LeaveAnswer } from "@/lib/policy/answers/leave";
import type { ChangeRolesAnswer, RemoveAnswer, SetUntilAnswer } from "@/lib/policy/answers/members";

import type { AddLine } from "./schema";

const NOT_HERE = "This group is not here, or not for you to see.";
const RESTRICTED = "This group is restricted: only a site owner adds, removes or changes members here.";
const LAST_ADMIN =
  "This would leave the group without an administrator while others are still in it. Make somebody else one first, or ask a site owner.";

export const JOIN_SENTENCES: Record<JoinAnswer, string> = {
  joined: "You are in.",
  requested: "You have asked. Whoever is in charge here has been told, and you will hear of their answer.",
  "sign-in": "Sign in first: it takes an account to join a group.",
  "not-found": NOT_HERE,
  revoked: "This link was revoked. Ask whoever gave it to you for a new one.",
  unavailable: "This link does not lead anywhere at the moment. Ask whoever gave it to you.",
  paused: "This link is paused. Try again later, or ask whoever gave it to you.",
  expired: "This link has expired. Ask whoever gave it to you for a new one.",
  "used-up": "This link has been used as often as it may be. Ask whoever gave it to you for a new one.",
  internal: "People are put into this group by its administrators or by a rule. Nobody joins or leaves by themselves.",
  "not-eligible": "This group is kept for people who hold a certain role, and you hold none of those it names.",
  "already-member": "You are in this group already.",
  "needs-request-permission":
    "You may join public groups so far. To join any other, you need a role that lets you request groups that are not public.",
  "not-permitted": "The rules for this kind of group let you neither join nor ask.",
  "already-pending": "You have asked already. Your request is waiting for an answer.",
};

export const LEAVE_SENTENCES: Record<LeaveAnswer, string> = {
  left: "You have left the group.",
  "leave-requested": "You have asked to leave. Until somebody answers, you stay in.",
  "not-found": NOT_HERE,
  "not-a-member": "You are not in this group.",
  internal: "People are put into this group by its administrators or by a rule. Nobody joins or leaves by themselves.",
  "not-permitted": "The rules for this kind of group do not let members leave by themselves. Ask somebody in charge.",
  "last-admin":
    "You are the last administrator here, and others are still in the group. Make somebody else one before you leave.",
  "already-pending": "You have asked to leave already. Your request is waiting for an answer.",
};

export const ADD_SENTENCES: Record<AddAnswer, string> = {
  added: "Added to the group, and told so.",
  "not-found": "There is no such person, or their account is not active.",
  "not-permitted": "The rules for this kind of group do not let you add people.",
  restricted: RESTRICTED,
  "already-member": "They are in this group already.",
  "not-eligible": "They hold none of the roles that this group is kept for, so they cannot be in it.",
  "exceeds-own": "This would give rights that you do not hold here yourself.",
};

/** Of one line of a list: what came of it. */
export const ADDED_ROW_SENTENCES = {
  ...ADD_SENTENCES,
  added: "Added, and told so.",
  "already-member": "In the group already, as before.",
  unknown: "Nobody here is called this.",
  several: "Several people are called this, and none was chosen.",
  twice: "Named in an earlier line already.",
  "no-addresses": "You cannot find people by their address. Write their name as they write it here.",
  "no-such-role": "There is no such role in this kind of group.",
} satisfies Record<AddAnswer | (AddLine["unfound"] & string), string>;

/** The same before anything is done. */
export const TRIED_ROW_SENTENCES: Record<keyof typeof ADDED_ROW_SENTENCES, string> = {
  ...ADDED_ROW_SENTENCES,
  added: "Will be added.",
  several: "Several people are called this. Choose one.",
};

export const MANY_SENTENCES = {
  "not-found": "This group, or this list, is not here.",
  "not-permitted": ADD_SENTENCES["not-permitted"],
  restricted: RESTRICTED,
};

export const CHOSEN_SENTENCES = {
  "not-found": NOT_HERE,
  "not-permitted": "You may not do this to the members of this group.",
  nobody: "Nobody fits any more of whom that could be done.",
  "too-many": "That is more than 5,000 people. Narrow the list first, and do it in parts.",
  stale: "Not as many people fit now as before. Read once more whom it concerns.",
};

export const ADD_AGAIN_SENTENCES: Record<"nobody" | "not-found", string> = {
  nobody: "Everybody whom you see here is in again.",
  "not-found": "There is no such save, or it removed nobody.",
};

export const REMOVE_SENTENCES: Record<RemoveAnswer, string> = {
  removed: "Removed from the group, and told so.",
  "not-found": NOT_HERE,
  "not-permitted": "The rules for this kind of group do not let you remove people.",
  restricted: RESTRICTED,
  "not-a-member": "They are not in this group any more.",
  "exceeds-own": "They hold rights here that you do not hold, so you cannot remove them.",
  "last-admin": LAST_ADMIN,
};

export const ROLES_SENTENCES: Record<ChangeRolesAnswer, string> = {
  changed: "Saved.",
  "not-found": NOT_HERE,
  "not-permitted": "The rules for this kind of group do not let you change people's roles.",
  restricted: RESTRICTED,
  "not-a-member": "They are not in this group any more.",
  "exceeds-own":
    "This would give rights that you do not hold here yourself, or change somebody who holds more than you.",
  "last-admin": LAST_ADMIN,
};

export const UNTIL_SENTENCES: Record<SetUntilAnswer, string> = {
  ...ROLES_SENTENCES,
  "not-permitted": "The rules for this kind of group do not let you set when a membership ends.",
  "exceeds-own": "They hold rights here that you do not hold, so you cannot set an end for them.",
};

export const OWN_SENTENCES: Record<EditOwnAnswer, string> = {
  changed: "Saved.",
  "not-found": NOT_HERE,
  "not-permitted": "The rules for this kind of group do not let you change this.",
};

/** How somebody came into the group, and by whom, as far as the reader is told: null where they are not. */
export interface HowTheyCame {
  readonly how: "joined" | "link" | "request" | "added" | "created";
  readonly by: string | null;
  readonly link: string | null;
}

export function cameBy({ how, by, link }: HowTheyCame): string {
  const named = link ? `the link “${link}”` : "a link";
  if (how === "joined") return "Joined";
  if (how === "link") return `Came by ${named}`;
  if (how === "added") return by ? `Was added by ${by}` : "Was added";
  if (how === "created") return "Made the group";
  const asked = link ? `Asked by ${named}` : "Asked";
  return by ? `${asked}, let in by ${by}` : `${asked} and was let in`;
}
