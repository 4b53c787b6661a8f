/**
 * Differences between the model and the product that somebody still has to settle: each names the one situation in which
 * it is passed over. There is none.
 */
import type { Cause, Finding } from "./compare";

interface KnownDifference {
  readonly what: string;
  /** where the specification speaks */
  readonly says: string;
  accounts(cause: Cause, finding: Finding): boolean;
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [];
