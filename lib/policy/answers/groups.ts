/** Creating, configuring, editing and deleting a group; a restricted group is edited and deleted like any other. */
import { answerDoor, type Door } from "./door";

export interface CreateFacts {
  /** holds the right to create groups of the type: `mayCreate` */
  readonly mayCreate: boolean;
  readonly reservedName: boolean;
  /** the new group is to be restricted */
  readonly setsRestricted: boolean;
  /** the actor is a site owner */
  readonly owner: boolean;
  /** a role is to be conferred that the actor may not: `mayConfer` */
  readonly exceeds: boolean;
}

export type CreateAnswer = "not-permitted" | "reserved-name" | "restricted" | "exceeds-own" | "created";

export function answerCreate(facts: CreateFacts): CreateAnswer {
  if (!facts.mayCreate) return "not-permitted";
  if (facts.reservedName) return "reserved-name";
  if (facts.setsRestricted && !facts.owner) return "restricted";
  return facts.exceeds ? "exceeds-own" : "created";
}

export interface ConfigureFacts extends Door {
  /** holds `group.configure` there */
  readonly mayConfigure: boolean;
  /** the actor is a site owner */
  readonly owner: boolean;
  /** the flag `restricted` itself would change */
  readonly changesRestricted: boolean;
  /** the group is restricted as it stands */
  readonly restricted: boolean;
  /** the change of eligible roles would remove a member */
  readonly removesMembers: boolean;
  /** `internal` is cleared in a group that became internal when its last eligible role was deleted */
  readonly clearsForcedInternal: boolean;
  /** the same change names eligible roles, or says “everybody” */
  readonly choosesEligible: boolean;
  /** somebody removed stands above the actor (`mayRemove`), or a role is conferred or not that they may not touch */
  readonly exceeds: boolean;
}

export type ConfigureAnswer =
  | "not-found"
  | "not-permitted"
  | "restricted"
  | "needs-eligible-roles"
  | "exceeds-own"
  | "changed";

export function answerConfigure(facts: ConfigureFacts): ConfigureAnswer {
  const shut = answerDoor(facts);
  if (shut) return shut;
  if (!facts.mayConfigure) return "not-permitted";
  if (!facts.owner && touchesRestricted(facts)) return "restricted";
  if (facts.clearsForcedInternal && !facts.choosesEligible) return "needs-eligible-roles";
  return facts.exceeds ? "exceeds-own" : "changed";
}

function touchesRestricted({ changesRestricted, restricted, removesMembers }: ConfigureFacts): boolean {
  return changesRestricted || (restricted && removesMembers);
}

export interface EditFacts extends Door {
  /** holds `group.edit` there */
  readonly mayEdit: boolean;
  /** the new name is reserved */
  readonly reservedName: boolean;
}

export type EditAnswer = "not-found" | "not-permitted" | "reserved-name" | "changed";

export function answerEdit(facts: EditFacts): EditAnswer {
  const shut = answerDoor(facts);
  if (shut) return shut;
  if (!facts.mayEdit) return "not-permitted";
  return facts.reservedName ? "reserved-name" : "changed";
}

export interface DeleteFacts extends Door {
  /** holds `group.delete` there */
  readonly mayDelete: boolean;
}

export type DeleteAnswer = "not-found" | "not-permitted" | "deleted";

export function answerDelete(facts: DeleteFacts): DeleteAnswer {
  return answerDoor(facts) ?? (facts.mayDelete ? "deleted" : "not-permitted");
}
