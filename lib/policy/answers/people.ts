/** Administering people: their global roles, whether they own the site, whether they are active, and their end. */

export interface PeopleDoor {
  /** holds `people.administer` */
  readonly mayAdminister: boolean;
}

export interface AssignFacts extends PeopleDoor {
  /** the account holds the role directly already, so nothing is given */
  readonly already: boolean;
  /** a ceiling forbids it: `mayGiveGlobalRole` */
  readonly exceeds: boolean;
}

export type AssignAnswer = "not-permitted" | "exceeds-own" | "changed";

export function answerAssign(facts: AssignFacts): AssignAnswer {
  if (!facts.mayAdminister) return "not-permitted";
  return facts.exceeds && !facts.already ? "exceeds-own" : "changed";
}

export interface UnassignFacts extends PeopleDoor {
  /** the account stands above the actor in the portal: `standsAboveInPortal` */
  readonly exceeds: boolean;
  /** the account holds the role, and only through groups that confer it */
  readonly onlyConferred: boolean;
}

export type UnassignAnswer = "not-permitted" | "exceeds-own" | "conferred" | "changed";

export function answerUnassign(facts: UnassignFacts): UnassignAnswer {
  if (!facts.mayAdminister) return "not-permitted";
  if (facts.exceeds) return "exceeds-own";
  return facts.onlyConferred ? "conferred" : "changed";
}

export interface OwnerFacts {
  /** the actor is an active site owner */
  readonly owner: boolean;
}

export type MakeOwnerAnswer = "not-permitted" | "changed";

export function answerMakeOwner(facts: OwnerFacts): MakeOwnerAnswer {
  return facts.owner ? "changed" : "not-permitted";
}

export interface LastOwnerFacts {
  /** the account is the last active site owner: `isLastOwner` */
  readonly lastOwner: boolean;
}

export type UnmakeOwnerAnswer = "not-permitted" | "last-owner" | "changed";

export function answerUnmakeOwner(facts: OwnerFacts & LastOwnerFacts): UnmakeOwnerAnswer {
  if (!facts.owner) return "not-permitted";
  return facts.lastOwner ? "last-owner" : "changed";
}

export interface ActivationFacts extends PeopleDoor {
  /** the account stands above the actor in the portal: `standsAboveInPortal` */
  readonly exceeds: boolean;
}

type EndRefusal = "not-permitted" | "exceeds-own" | "last-owner";

export function answerDeactivate(facts: ActivationFacts & LastOwnerFacts): EndRefusal | "changed" {
  return endRefusal(facts) ?? "changed";
}

export function answerDeleteAccount(facts: ActivationFacts & LastOwnerFacts): EndRefusal | "deleted" {
  return endRefusal(facts) ?? "deleted";
}

function endRefusal(facts: ActivationFacts & LastOwnerFacts): EndRefusal | null {
  if (!facts.mayAdminister) return "not-permitted";
  if (facts.exceeds) return "exceeds-own";
  return facts.lastOwner ? "last-owner" : null;
}

export function answerReactivate(facts: ActivationFacts): "not-permitted" | "exceeds-own" | "changed" {
  if (!facts.mayAdminister) return "not-permitted";
  return facts.exceeds ? "exceeds-own" : "changed";
}
