// Promise: a password that a guessing program tries in its first hours is refused, and the sentence says what is wrong with it.
import { fold } from "@/lib/fold";
import { COMMON_WORDS, FILLERS, RUNS, SAYINGS } from "./common-words";

const WORDS = byFirstLetter(COMMON_WORDS.filter((word) => word.length >= 2));
const PATHS = [...RUNS, ...RUNS.map((run) => [...run].reverse().join(""))];
/** Two common words are found by trying all pairs; three unrelated ones are not. */
const TOO_FEW = 2;

/** Signs that stand for a letter, as in P@ssw0rd. */
const DISGUISES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "il",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "i",
  "+": "t",
  "€": "e",
};

/** Whether `password` is made of what everybody would try; `own` are the person's name, address and the like. */
export function isGuessable(password: string, own: readonly string[] = []): boolean {
  const text = password.toLowerCase();
  if (isRepeat(text) || new Set(text).size < 5 || SAYINGS.has(text.replaceAll(/[^\p{L}]/gu, ""))) return true;
  return wordsNeeded(text, [...FILLERS, ...ownWords(own)]) <= TOO_FEW;
}

/** Twice the same short thing is hardly more than once. */
function isRepeat(text: string): boolean {
  for (let length = 1; length <= text.length / (length < 12 ? 2 : 3); length++) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
  }
  return false;
}

function ownWords(own: readonly string[]): readonly string[] {
  const parts = own.flatMap((text) => [fold(text).replaceAll(" ", ""), ...fold(text).split(/[^\p{L}\p{N}]+/u)]);
  return parts.filter((part) => part.length >= 3);
}

/**
 * The fewest words that the text can be read as. A common word and a single letter that is part of nothing count one;
 * digits, signs, runs of keys, repeated letters and `free` words – fillers, what is known of the person – count nothing.
 */
function wordsNeeded(text: string, free: readonly string[]): number {
  const freeWords = byFirstLetter(free);
  const least = new Array<number>(text.length + 1).fill(Number.POSITIVE_INFINITY);
  least[0] = 0;
  const reach = (end: number, cost: number) => {
    least[end] = Math.min(least[end] ?? cost, cost);
  };
  for (let at = 0; at < text.length; at++) {
    const before = least[at] ?? 0;
    reach(at + 1, before + (/[\p{L}\p{M}]/u.test(text[at] ?? "") ? 1 : 0));
    const run = runAt(text, at);
    for (let length = 3; length <= run; length++) reach(at + length, before);
    for (const word of wordsAt(WORDS, text, at)) reach(at + word.length, before + 1);
    for (const word of wordsAt(freeWords, text, at)) reach(at + word.length, before);
  }
  return least[text.length] ?? 0;
}

/** How far keys that lie side by side, or one key again and again, go on from `at`. */
function runAt(text: string, at: number): number {
  let longest = 1;
  while (text[at + longest] === text[at]) longest++;
  for (const path of PATHS) {
    for (let from = path.indexOf(text[at] ?? ""); from >= 0; from = path.indexOf(text[at] ?? "", from + 1)) {
      let length = 1;
      while (from + length < path.length && path[from + length] === text[at + length]) length++;
      longest = Math.max(longest, length);
    }
  }
  return longest;
}

function wordsAt(words: ReadonlyMap<string, readonly string[]>, text: string, at: number): string[] {
  const firsts = readings(text[at] ?? "");
  return [...firsts].flatMap((first) => (words.get(first) ?? []).filter((word) => standsAt(word, text, at)));
}

function standsAt(word: string, text: string, at: number): boolean {
  for (let n = 1; n < word.length; n++) {
    if (!readings(text[at + n] ?? "").includes(word[n] ?? "")) return false;
  }
  return at + word.length <= text.length;
}

function readings(sign: string): string {
  return sign + (DISGUISES[sign] ?? "");
}

function byFirstLetter(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sorted = new Map<string, string[]>();
  for (const word of new Set(words)) sorted.set(word[0] ?? "", [...(sorted.get(word[0] ?? "") ?? []), word]);
  return sorted;
}
