/** How much the proofs ask: all that they can, unless the mutation run, which repeats them often, asks for a part. */
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** ask one in this many of the grants that a small world can have */
    smallWorldStride?: number;
  }
}

export const STRIDE = inject("smallWorldStride") ?? 1;

/** how many random worlds a property is asked in */
export const RUNS = STRIDE > 1 ? 300 : 4_000;
