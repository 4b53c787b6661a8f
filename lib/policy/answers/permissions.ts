/** Granting and revoking: cells of a type's table, and site-wide rights of global roles. */

export interface GrantFacts {
  /** holds `type.administer`, or `permission.administer` for a site-wide right */
  readonly mayAdminister: boolean;
  /** `possibleIn`, or `possibleForAnonymousRole`, says yes */
  readonly possible: boolean;
  /** it is granted already, so nothing is given */
  readonly already: boolean;
  /** a ceiling forbids it: `mayGrantCell`, `mayGrantGlobal` */
  readonly exceeds: boolean;
}

export type GrantAnswer = "not-permitted" | "impossible" | "exceeds-own" | "changed";

export function answerGrant(facts: GrantFacts): GrantAnswer {
  if (!facts.mayAdminister) return "not-permitted";
  if (!facts.possible) return "impossible";
  return facts.exceeds && !facts.already ? "exceeds-own" : "changed";
}

export interface RevokeFacts {
  /** holds `type.administer`, or `permission.administer` for a site-wide right */
  readonly mayAdminister: boolean;
  /** a ceiling forbids what would be taken (`mayTakeGlobal`); never so for a cell of a type */
  readonly exceeds: boolean;
}

export type RevokeAnswer = "not-permitted" | "exceeds-own" | "changed";

export function answerRevoke(facts: RevokeFacts): RevokeAnswer {
  if (!facts.mayAdminister) return "not-permitted";
  return facts.exceeds ? "exceeds-own" : "changed";
}
