/** Choices that follow from one number, so that a draft of a step always means the same in the same state. */
export class Dice {
  #seed: number;

  constructor(seed: number) {
    this.#seed = seed >>> 0;
  }

  /** At least 0, less than `count`. */
  below(count: number): number {
    this.#seed = (this.#seed + 0x6d2b79f5) >>> 0;
    let mixed = this.#seed;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(from: readonly T[]): T {
    const one = from[this.below(from.length)];
    if (one === undefined) throw new Error("There is nothing to choose from.");
    return one;
  }

  /** Each with this chance, in their order. */
  some<T>(from: readonly T[], percent = 30): T[] {
    return from.filter(() => this.chance(percent));
  }

  /** One of these if there are any, else one of those. */
  rather<T>(these: readonly T[], those: readonly T[], percent = 70): T {
    return this.pick(these.length > 0 && this.chance(percent) ? these : those);
  }
}
