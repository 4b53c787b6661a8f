/** Numbers as people read them. */
import type { Count } from "@/lib/groups/line";

/** “1 member”, “24 members”, “1,000+ members”. */
export function countWords({ count, more }: Count, single: string, plural = `${single}s`): string {
  return `${countText({ count, more })} ${count === 1 && !more ? single : plural}`;
}

/** “24”, “1,000+”. */
export function countText({ count, more }: Count): string {
  return `${count.toLocaleString("en")}${more ? "+" : ""}`;
}

/** What is left of a count once some are named; null where nothing is. */
export function restOf({ count, more }: Count, named: number): Count | null {
  return count > named || more ? { count: count - named, more } : null;
}

/** The same for a number that is whole. */
export const numberWords = (count: number, single: string, plural?: string): string =>
  countWords({ count, more: false }, single, plural);

/** “Blue”, “Blue or Red”, “Blue, Red or Green”. */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
