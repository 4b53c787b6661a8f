/** What an action answers: a value, never an exception that a page would have to guess at. Safe to import anywhere. */

/** What was typed into a form, by field; passwords never. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export interface Done<D = unknown> {
  readonly ok: true;
  /** the word of the rule that spoke: `joined`, `requested` … */
  readonly answer: string;
  /** a sentence, if the action has one for this word */
  readonly message?: string;
  readonly data: D | null;
}

export interface Refused {
  readonly ok: false;
  /** the word of the rule that spoke, or `invalid` */
  readonly code: string;
  readonly message: string;
  /** sentences by field, as `roles.0` for parts of lists */
  readonly fields?: Readonly<Record<string, string>>;
  readonly typed?: Typed;
}

export type Result<D = unknown> = Done<D> | Refused;

/** Sentences for words that any verb may answer; a screen says its own first. */
export const COMMON_WORDS: Readonly<Record<string, string>> = {
  "not-found": "This is not here, or not for you to see.",
  "sign-in": "Sign in first.",
  "not-permitted": "You may not do this.",
  "exceeds-own": "This would give or take rights that you do not hold yourself.",
  restricted: "Only a site owner may do this in a restricted group.",
  "rate-limited": "That was tried too often. Wait a little, then try again.",
  stale: "Somebody changed this meanwhile. Load the page again and look at it once more.",
};

export const UNSAID = "That is not possible right now.";
