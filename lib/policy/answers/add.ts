/** Adding somebody: eligibility binds whoever adds, the right to request is not asked. */
import { answerDoor, type Door, isRestrictedFor, type Restriction } from "./door";

export interface AddFacts extends Door, Restriction {
  /** holds `member.add` there */
  readonly mayAdd: boolean;
  /** the account to be added exists and is active */
  readonly targetFound: boolean;
  readonly member: boolean;
  /** the account to be added is eligible */
  readonly eligible: boolean;
  /** group roles are named for it */
  readonly namesRoles: boolean;
  /** the actor holds `member.assign-roles` there */
  readonly mayAssign: boolean;
  /** the roles named are above the actor's own (`mayGiveRoles`), or they add themselves and must not (`mayAddSelf`) */
  readonly exceeds: boolean;
}

export type AddAnswer =
  | "not-found"
  | "not-permitted"
  | "restricted"
  | "already-member"
  | "not-eligible"
  | "exceeds-own"
  | "added";

export function answerAdd(facts: AddFacts): AddAnswer {
  const shut = answerDoor(facts);
  if (shut) return shut;
  if (!facts.mayAdd) return "not-permitted";
  if (isRestrictedFor(facts)) return "restricted";
  if (!facts.targetFound) return "not-found";
  if (facts.member) return "already-member";
  if (!facts.eligible) return "not-eligible";
  if ((facts.namesRoles && !facts.mayAssign) || facts.exceeds) return "exceeds-own";
  return "added";
}
