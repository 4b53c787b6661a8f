/** Sequences of steps in small worlds, over all verbs, each with an answer that is looked for. */
import fc from "fast-check";
import type { World } from "@/lib/scenario/shape";
import { type Asked, SITUATIONS } from "./situations";
import { worlds } from "./worlds";

/** What a step is about, before it is known what there is to be about. */
export interface Draft {
  readonly asked: Asked;
  /** which of the answers that it can give is looked for */
  readonly wish: number;
  readonly seed: number;
}

/** Those that change who is in what, and those with many answers, come up more often. */
const OFTEN: { readonly [asked in Asked]?: number } = { join: 3, approve: 3, leave: 2, can: 2, "configure-group": 2 };

const weightOf = (asked: Asked): number => Math.ceil((SITUATIONS.get(asked)?.length ?? 1) / 3) * (OFTEN[asked] ?? 1);

const draft: fc.Arbitrary<Draft> = fc.record({
  asked: fc.oneof(
    ...[...SITUATIONS.keys()].map((asked) => ({ arbitrary: fc.constant(asked), weight: weightOf(asked) })),
  ),
  wish: fc.nat(1000),
  seed: fc.nat(2 ** 31 - 1),
});

export interface Trial {
  readonly world: World;
  readonly sequences: readonly (readonly Draft[])[];
}

/** A world takes longer to build than a sequence to run: each of these goes on where the one before it ended. */
export const PER_WORLD = 3;

export const trials: fc.Arbitrary<Trial> = fc.record({
  world: worlds,
  sequences: fc.array(fc.array(draft, { minLength: 10, maxLength: 20, size: "max" }), {
    minLength: PER_WORLD,
    maxLength: PER_WORLD,
  }),
});
