/** Which of the things that are here already fit what was typed: every word of it begins one of theirs. */
import { fold } from "@/lib/fold";

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

export function fits(q: string, text: string): boolean {
  const there = wordsOf(text);
  const asked = wordsOf(q);
  return asked.length > 0 && asked.every((word) => there.some((one) => one.startsWith(word)));
}

/** For sorting what fits: what begins with it, then what is named like it, then what goes by other words. */
export function distance(q: string, name: string): number {
  if (leads(q, name)) return 0;
  return fits(q, name) ? 1 : 2;
}

/** Its name begins with what was typed: what one most likely means. */
export function leads(q: string, name: string): boolean {
  const asked = fold(q);
  return asked !== "" && fold(name).startsWith(asked);
}
