/** What the screens say of every answer to a request, and to taking one back. */
import type { DecideRequestAnswer } from "@/lib/policy/answers/decide-request";
import type { WithdrawAnswer } from "@/lib/policy/answers/withdraw";

export const WITHDRAW_SENTENCES: Record<WithdrawAnswer, string> = {
  withdrawn: "Your request is taken back.",
  "not-found": "This group is not here, or not for you to see.",
  "no-request": "There is nothing to take back: the request was answered or taken back already.",
};

export const DECIDE_SENTENCES: Record<DecideRequestAnswer, string> = {
  approved: "Approved. They have been told.",
  rejected: "Rejected. They have been told.",
  "not-found": "This request is not here, or not for you to see.",
  "not-permitted": "You may not answer the requests of this group.",
  restricted: "This group is restricted: only a site owner answers its requests.",
  "no-request": "This request was answered or taken back meanwhile.",
  "own-request": "Nobody answers their own request. Somebody else in charge has to.",
  "wrong-kind": "They have changed their mind meanwhile. Look at the request once more.",
  "last-admin":
    "They are the last administrator of the group, and others are still in it. Make somebody else one first.",
  "requester-internal": "The group has become internal, so nobody is let in by request.",
  "requester-not-eligible": "They no longer hold a role that this group is kept for. The request stays as it is.",
  "requester-already-member": "They are in the group already.",
  "requester-needs-request-permission":
    "They no longer hold the right to request groups that are not public. The request stays as it is.",
  "requester-not-permitted": "The rules for this kind of group no longer let them in. The request stays as it is.",
};

/** Of several at once. */
export const DECIDE_MANY_SENTENCES = {
  ...DECIDE_SENTENCES,
  none: "Choose somebody first.",
  "none-left": "Nobody who fits waits any more.",
  "look-first":
    "These people wish to leave groups that give roles. Tick them page by page: the page says what would follow.",
  busy: "Somebody else is changing the same thing right now. Please try again.",
};
