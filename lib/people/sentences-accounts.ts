/** What the screens say of every answer about somebody else's account. Safe for the browser. */

import type { AssignAnswer, MakeOwnerAnswer, UnassignAnswer, UnmakeOwnerAnswer } from "@/lib/policy/answers/people";
import type { BulkAnswer } from "./start-bulk";

const NOT_YOURS = "People are not yours to administer.";
const OWNERS_ONLY = "Only a site owner decides who else is one.";
const NOBODY = "This account or this role is not here any more.";
const ABOVE = "They stand above you in the portal: they hold a permission that you do not hold.";
const LAST_OWNER = "This is the last active site owner. Make somebody else one first.";

export const ASSIGN_SENTENCES: Record<AssignAnswer | "not-found", string> = {
  changed: "Given.",
  "not-permitted": NOT_YOURS,
  "not-found": NOBODY,
  "exceeds-own": "Nobody gives a role that they do not hold themselves.",
};

export const UNASSIGN_SENTENCES: Record<UnassignAnswer | "not-found", string> = {
  changed: "Taken.",
  "not-permitted": NOT_YOURS,
  "not-found": NOBODY,
  "exceeds-own": ABOVE,
  conferred: "Nobody gave them this role: a group that they are in confers it. It goes when they leave that group.",
};

export const OWNER_SENTENCES: Record<MakeOwnerAnswer | UnmakeOwnerAnswer | "not-found", string> = {
  changed: "Saved.",
  "not-permitted": OWNERS_ONLY,
  "not-found": NOBODY,
  "last-owner": LAST_OWNER,
};

export const ACTIVATION_SENTENCES: Record<
  "changed" | "not-permitted" | "not-found" | "exceeds-own" | "last-owner",
  string
> = {
  changed: "Saved.",
  "not-permitted": NOT_YOURS,
  "not-found": NOBODY,
  "exceeds-own": ABOVE,
  "last-owner": LAST_OWNER,
};

const { changed: _changed, ...ENDING } = ACTIVATION_SENTENCES;
export const DELETE_SENTENCES = { ...ENDING, deleted: "The account is deleted." };

export const BULK_SENTENCES: Record<Exclude<BulkAnswer, "started">, string> = {
  "not-permitted": NOT_YOURS,
  nobody: "Nobody is chosen, or they are not here any more.",
  "too-many": "That is more than 5,000 people. Narrow the list first, and do it in parts.",
  stale: "Not as many people fit now as before. Read once more whom it concerns.",
};

/** Why a question about an account cannot even be asked. */
export function refusalWords(answer: Exclude<UnassignAnswer | UnmakeOwnerAnswer | "not-found", "changed">): string {
  return { ...ACTIVATION_SENTENCES, ...UNASSIGN_SENTENCES }[answer];
}
