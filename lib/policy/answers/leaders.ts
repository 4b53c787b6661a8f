/** Appointing and dismissing a leader, be it an account or a leader group. */
import { answerDoor, type Door, isRestrictedFor, type Restriction } from "./door";

export interface LeaderFacts extends Door, Restriction {
  /** holds `leader.appoint` there */
  readonly mayAppoint: boolean;
  /** the account exists and is active, or the actor sees the leader group */
  readonly targetFound: boolean;
  /** it is so already: a leader appointed again, one dismissed who does not lead */
  readonly already: boolean;
  /** a ceiling forbids it: `mayAppointLeader`, `mayDismiss` */
  readonly exceeds: boolean;
}

export type LeaderAnswer = "not-found" | "not-permitted" | "restricted" | "exceeds-own" | "changed";

export function answerLeader(facts: LeaderFacts): LeaderAnswer {
  const shut = answerDoor(facts);
  if (shut) return shut;
  if (!facts.mayAppoint) return "not-permitted";
  if (isRestrictedFor(facts)) return "restricted";
  if (!facts.targetFound) return "not-found";
  return facts.exceeds && !facts.already ? "exceeds-own" : "changed";
}
