/** What the portal answers about accounts of one's own: first match wins, pure. */
import type { Settings } from "@/lib/session/viewer";

export interface SignUpFacts {
  readonly settings: Pick<Settings, "signUp" | "signUpDomains">;
  readonly domain: string;
  /** the browser holds a join link that is open now */
  readonly invited: boolean;
}

export type SignUpAnswer = "closed" | "not-invited" | "wrong-domain" | "check-mail" | "signed-up";

/** Whether an address is taken is no fact of it: nobody learns that by signing up. */
export function answerSignUp({ settings, domain, invited }: SignUpFacts): SignUpAnswer {
  if (settings.signUp === "closed") return "closed";
  if (settings.signUp === "invited" && !invited) return "not-invited";
  if (settings.signUp !== "domains") return "signed-up";
  return settings.signUpDomains.includes(domain) ? "check-mail" : "wrong-domain";
}

export interface ConfirmFacts {
  /** the account that the mail was for still has that address */
  readonly current: boolean;
  readonly proven: boolean;
  readonly used: boolean;
  readonly expired: boolean;
  /** the viewer is that account, or knows its password */
  readonly mine: boolean;
  readonly active: boolean;
  readonly awaitsProof: boolean;
  /** another account has proved the address since */
  readonly taken: boolean;
}

export type ConfirmAnswer =
  | "not-found"
  | "already-proven"
  | "used"
  | "expired"
  | "wrong-password"
  | "inactive"
  | "taken"
  | "confirmed";

/** A mailbox alone proves no account: whoever opens the mail must also be the one who asked for it. */
export function answerConfirm(facts: ConfirmFacts | null): ConfirmAnswer {
  if (!facts?.current) return "not-found";
  if (facts.proven) return "already-proven";
  if (facts.used) return "used";
  if (facts.expired) return "expired";
  if (!facts.mine) return "wrong-password";
  if (!facts.active && !facts.awaitsProof) return "inactive";
  return facts.taken ? "taken" : "confirmed";
}

export interface SetupFacts {
  /** the token is that of the link as it was last made */
  readonly known: boolean;
  readonly used: boolean;
  readonly ownerExists: boolean;
}

export type SetupAnswer = "not-found" | "made";

export function answerSetup(facts: SetupFacts): SetupAnswer {
  return facts.known && !facts.used && !facts.ownerExists ? "made" : "not-found";
}

export interface LeavePortalFacts {
  /** signed in, with an account that may come in */
  readonly active: boolean;
  readonly lastOwner: boolean;
  /** some group with others in it would be left without an administrator */
  readonly lastAdmin: boolean;
  /** they go nevertheless */
  readonly anyway: boolean;
  /** the password fits, or there is none to ask for */
  readonly proven: boolean;
  readonly how: "deleted" | "deactivated";
}

export type LeavePortalAnswer =
  | "sign-in"
  | "last-owner"
  | "last-admin"
  | "wrong-password"
  | "rate-limited"
  | "deleted"
  | "deactivated";

/** Nobody is kept for being the last administrator of a group, but they are asked first. */
export function answerLeavePortal(facts: LeavePortalFacts): LeavePortalAnswer {
  if (!facts.active) return "sign-in";
  if (facts.lastOwner) return "last-owner";
  if (facts.lastAdmin && !facts.anyway) return "last-admin";
  return facts.proven ? facts.how : "wrong-password";
}
