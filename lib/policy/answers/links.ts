/** Making and tending join links: a revoked link stays revoked for good. */
import { answerDoor, type Door } from "./door";

export interface LinkDoor extends Door {
  /** holds `link.manage` there */
  readonly mayManage: boolean;
}

export type CreateLinkAnswer = "not-found" | "not-permitted" | "created";

export function answerCreateLink(facts: LinkDoor): CreateLinkAnswer {
  return answerDoor(facts) ?? (facts.mayManage ? "created" : "not-permitted");
}

export interface LinkVerbFacts extends LinkDoor {
  readonly verb: "pause" | "resume" | "revoke" | "rotate";
  /** the link's state is `revoked` */
  readonly revoked: boolean;
}

export type LinkAnswer = "not-found" | "not-permitted" | "revoked" | "changed";

export function answerLink(facts: LinkVerbFacts): LinkAnswer {
  const shut = answerDoor(facts);
  if (shut) return shut;
  if (!facts.mayManage) return "not-permitted";
  return facts.revoked && facts.verb !== "revoke" ? "revoked" : "changed";
}
