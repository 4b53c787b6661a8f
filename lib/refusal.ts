/** The one expected failure. Whatever else is thrown is a fault of ours and never shown. */

export type RefusalCode =
  | "not-found"
  | "sign-in"
  | "not-permitted"
  | "invalid"
  | "busy"
  | "read-only"
  | "rate-limited"
  | "stale"
  | (string & {});

/** A refusal carries the word of the rule that spoke and, where a form is to blame, the fields. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly code: RefusalCode,
    /** a sentence for the reader */
    message: string,
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
