/** What the screens say of every answer about a group itself. */

import type { ConfigureAnswer, CreateAnswer, DeleteAnswer, EditAnswer } from "@/lib/policy/answers/groups";
import type { ChangeGroupsAnswer } from "./commands/change-groups";
import type { RowAnswer } from "./queries/preview-changes";

const NOT_HERE = "This group is not here, or not for you to see.";
const RESERVED = "This name is kept for something else. Choose another one.";

export const CREATE_SENTENCES: Record<CreateAnswer | "confirm" | "back", string> = {
  back: "Nothing is made yet. Change what you like, and send it again.",
  created: "The group is made.",
  confirm: "Look at this once more.",
  "not-permitted": "You may not create groups of this kind.",
  "reserved-name": RESERVED,
  restricted: "Only a site owner makes a group restricted.",
  "exceeds-own": "You may not let a group give this role to its members.",
};

export const CONFIGURE_SENTENCES: Record<ConfigureAnswer | "confirm" | "stale" | "back", string> = {
  back: "Nothing is saved yet. Change what you like, and save it again.",
  changed: "Saved.",
  confirm: "Look at this once more.",
  stale: "Somebody changed these settings while you were here. Load the page again and look at them once more.",
  "not-found": NOT_HERE,
  "not-permitted": "The rules for this kind of group do not let you change how people get in.",
  restricted: "This group is restricted: only a site owner changes that, or who is removed by a change.",
  "needs-eligible-roles":
    "The last role that this group was kept for is gone. Say whom it is for now, before it is opened again.",
  "exceeds-own":
    "This would remove somebody who holds more rights here than you, or change a role that you may not give or take.",
};

export const EDIT_SENTENCES: Record<EditAnswer, string> = {
  changed: "Saved.",
  "not-found": NOT_HERE,
  "not-permitted": "The rules for this kind of group do not let you edit it.",
  "reserved-name": RESERVED,
};

export const DELETE_SENTENCES: Record<DeleteAnswer | "stale", string> = {
  deleted: "The group is deleted.",
  stale: "The group is still there: what would go with it is no longer what was shown. Look at it once more.",
  "not-found": NOT_HERE,
  "not-permitted": "The rules for this kind of group do not let you delete it.",
};

/** Of one group among many. */
export const CHANGE_SENTENCES: Record<RowAnswer | "stale" | "more-than-seen", string> = {
  ...CONFIGURE_SENTENCES,
  ...DELETE_SENTENCES,
  changed: "Changed.",
  already: "It is so already.",
  "last-role": "It is the last role that this group is kept for. Say in its settings whom it is for then.",
  "too-many": "People would be removed from too many groups for your rights to be looked at. Choose fewer.",
  stale: "Somebody changed this group while it waited for its turn. Look at it once more.",
  "more-than-seen": "More would follow than was shown. Look at it once more.",
};

export const CHANGE_GROUPS_SENTENCES: Record<ChangeGroupsAnswer, string> = {
  started: "It is on its way.",
  "not-permitted": "Only those who look after all groups change many at once.",
  "nothing-to-do": "None of these groups would be changed by it.",
  stale: "What would follow is no longer what was shown. Look at it once more.",
};
