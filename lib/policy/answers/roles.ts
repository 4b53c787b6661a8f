/** Making and deleting roles, global ones and those of a type. */

export interface CreateRoleFacts {
  /** holds `permission.administer` for a global role, `type.administer` for one of a type */
  readonly mayAdminister: boolean;
}

export type CreateRoleAnswer = "not-permitted" | "created";

export function answerCreateRole(facts: CreateRoleFacts): CreateRoleAnswer {
  return facts.mayAdminister ? "created" : "not-permitted";
}

export interface DeleteRoleFacts extends CreateRoleFacts {
  readonly builtIn: boolean;
  /** a ceiling forbids what would be taken (`mayTakeGlobal`); never so for a role of a type */
  readonly exceeds: boolean;
}

export type DeleteRoleAnswer = "not-permitted" | "built-in" | "exceeds-own" | "deleted";

export function answerDeleteRole(facts: DeleteRoleFacts): DeleteRoleAnswer {
  if (!facts.mayAdminister) return "not-permitted";
  if (facts.builtIn) return "built-in";
  return facts.exceeds ? "exceeds-own" : "deleted";
}

export interface ArrangeRoleFacts extends CreateRoleFacts {
  readonly exists: boolean;
  readonly builtIn: boolean;
}

/** `changed` also where all is so already. */
export type ArrangeRoleAnswer = "not-permitted" | "not-found" | "built-in" | "changed";

/** Renaming a role and moving it among the others: neither gives or takes anything, so that no ceiling is asked. */
export function answerArrangeRole({ mayAdminister, exists, builtIn }: ArrangeRoleFacts): ArrangeRoleAnswer {
  if (!mayAdminister) return "not-permitted";
  if (!exists) return "not-found";
  return builtIn ? "built-in" : "changed";
}
