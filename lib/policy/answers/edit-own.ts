/** Editing one's own membership: its title and note, never its roles. */
import { answerDoor, type Door } from "./door";

export interface EditOwnFacts extends Door {
  /** holds `member.edit-own` there, which nobody outside does */
  readonly mayEditOwn: boolean;
}

export type EditOwnAnswer = "not-found" | "not-permitted" | "changed";

export function answerEditOwn(facts: EditOwnFacts): EditOwnAnswer {
  return answerDoor(facts) ?? (facts.mayEditOwn ? "changed" : "not-permitted");
}
