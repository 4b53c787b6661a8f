/** Withdrawing: whoever asked may take it back. */
import { answerDoor, type Door } from "./door";

export interface WithdrawFacts extends Door {
  /** the actor has a pending request there */
  readonly pending: boolean;
}

export type WithdrawAnswer = "not-found" | "no-request" | "withdrawn";

export function answerWithdraw(facts: WithdrawFacts): WithdrawAnswer {
  return answerDoor(facts) ?? (facts.pending ? "withdrawn" : "no-request");
}
