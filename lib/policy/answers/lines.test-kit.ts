/** A first-match list as a test: every line alone, and every line before all of those below it. */
import { describe, expect, it } from "vitest";
import type { Door } from "./door";

/** A word, what makes its line speak where nothing else does, and a name for it where the word is not enough. */
export type Line<Facts> = readonly [word: string, facts: Partial<Facts>, name?: string];

export const OPEN_DOOR: Door = { account: "active", known: true, sees: true };

/** The shared lines of every verb that names a group. */
export const DOOR_LINES: readonly Line<Door>[] = [
  ["not-found", { account: "none" }, "no account"],
  ["not-found", { account: "inactive" }, "an inactive account"],
  ["not-found", { known: false }, "an unknown group"],
  ["not-found", { sees: false }, "a group that is not seen"],
];

/** Asks the list with `fine`, where no line speaks and `last` is answered, and then line by line. */
export function testLines<Facts extends object>(
  title: string,
  answer: (facts: Facts) => string,
  fine: Facts,
  lines: readonly Line<Facts>[],
  last: string,
): void {
  describe(title, () => {
    it(`${last}, where no line speaks`, () => {
      expect(answer(fine)).toBe(last);
    });

    it.each(lines.map(([word, facts, name]) => [name ?? word, word, facts] as const))("%s: %s", (_, word, facts) => {
      expect(answer({ ...fine, ...facts })).toBe(word);
    });

    it.each(lines.map(([word, , name], at) => [name ?? word, word, at] as const))(
      "%s: %s, before every line below",
      (_, word, at) => {
        const below = lines.slice(at).map(([, facts]) => facts);
        // The line itself is put on last, since two lines may speak of one fact.
        expect(answer(Object.assign({}, fine, ...below.toReversed()))).toBe(word);
      },
    );
  });
}
