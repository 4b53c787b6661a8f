/** Deciding a request: never one's own, and nobody gets in by it whom the rules keep out by now. */
import { answerDoor, type Door, isRestrictedFor, type Restriction } from "./door";
import { type JoinRefusal, joinRefusal, type WayIn } from "./join";

export interface DecideRequestFacts extends Door, Restriction {
  /** holds `request.decide` there */
  readonly mayDecide: boolean;
  /** the pending request of that account in this group, null if there is none */
  readonly pending: "join" | "leave" | null;
  /** it is the actor's own */
  readonly own: boolean;
  /** the kind that the actor means to decide, null if any */
  readonly kind: "join" | "leave" | null;
  readonly verdict: "approve" | "reject";
  /** approving a leave would take the group's last administrator: `losesLastAdministrator` with this actor */
  readonly lastAdmin: boolean;
  /** the requester's way in as it is now; asked only when a wish to join is approved */
  readonly requester: () => WayIn;
}

export type DecideRequestAnswer =
  | "not-found"
  | "not-permitted"
  | "restricted"
  | "no-request"
  | "own-request"
  | "wrong-kind"
  | "rejected"
  | "last-admin"
  | `requester-${JoinRefusal}`
  | "approved";

export function answerDecideRequest(facts: DecideRequestFacts): DecideRequestAnswer {
  const shut = answerDoor(facts);
  if (shut) return shut;
  if (!facts.mayDecide) return "not-permitted";
  if (isRestrictedFor(facts)) return "restricted";
  if (!facts.pending) return "no-request";
  if (facts.own) return "own-request";
  if (facts.kind && facts.kind !== facts.pending) return "wrong-kind";
  if (facts.verdict === "reject") return "rejected";
  return facts.pending === "leave" ? answerApproveLeave(facts) : answerApproveJoin(facts);
}

function answerApproveLeave({ lastAdmin }: DecideRequestFacts): DecideRequestAnswer {
  return lastAdmin ? "last-admin" : "approved";
}

function answerApproveJoin({ requester }: DecideRequestFacts): DecideRequestAnswer {
  const refusal = joinRefusal(requester());
  return refusal ? `requester-${refusal}` : "approved";
}
