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
