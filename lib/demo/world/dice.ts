/** Chance that falls the same way every time: a seed is a word, and each word is a row of throws of its own. */

export interface Dice {
  /** a whole number from 0 to `sides` - 1 */
  throw(sides: number): number;
  /** the same things in another order */
  shuffled<T>(things: readonly T[]): T[];
}

export function diceFor(seed: string): Dice {
  let state = hashOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const toss = (sides: number): number => Math.floor(next() * sides);
  const shuffled = <T>(things: readonly T[]): T[] => {
    const keyed = things.map((thing) => ({ thing, at: next() }));
    return keyed.sort((one, other) => one.at - other.at).map(({ thing }) => thing);
  };
  return { throw: toss, shuffled };
}

function hashOf(text: string): number {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return hash;
}
