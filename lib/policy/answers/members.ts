/** Removing a member, changing their roles and setting an end: one list, three permissions. */
import { answerDoor, type Door, isRestrictedFor, type Restriction } from "./door";

export interface MemberFacts extends Door, Restriction {
  /** holds the permission of the verb there: `member.remove`, `member.assign-roles`, `member.administer` */
  readonly permitted: boolean;
  /** the account is a member */
  readonly member: boolean;
  /** a ceiling forbids it: `mayRemove`, `mayChangeRoles` */
  readonly exceeds: boolean;
  /** it would take the group's last administrator: `losesLastAdministrator` */
  readonly lastAdmin: boolean;
}

type MemberRefusal = "not-found" | "not-permitted" | "restricted" | "not-a-member" | "exceeds-own" | "last-admin";

export type RemoveAnswer = MemberRefusal | "removed";
export type ChangeRolesAnswer = MemberRefusal | "changed";
export type SetUntilAnswer = MemberRefusal | "changed";

export function answerRemove(facts: MemberFacts): RemoveAnswer {
  return memberRefusal(facts) ?? lossRefusal(facts) ?? "removed";
}

export function answerChangeRoles(facts: MemberFacts): ChangeRolesAnswer {
  return memberRefusal(facts) ?? lossRefusal(facts) ?? "changed";
}

/** `clears`: the end is taken away. That is no removal, so nothing that guards removals is asked. */
export function answerSetUntil(facts: MemberFacts & { readonly clears: boolean }): SetUntilAnswer {
  const refusal = memberRefusal(facts);
  if (refusal) return refusal;
  return (facts.clears ? null : lossRefusal(facts)) ?? "changed";
}

function memberRefusal(facts: MemberFacts): MemberRefusal | null {
  const shut = answerDoor(facts);
  if (shut) return shut;
  if (!facts.permitted) return "not-permitted";
  if (isRestrictedFor(facts)) return "restricted";
  return facts.member ? null : "not-a-member";
}

function lossRefusal({ exceeds, lastAdmin }: MemberFacts): MemberRefusal | null {
  if (exceeds) return "exceeds-own";
  return lastAdmin ? "last-admin" : null;
}
