/** A group's address: readable, and always with a random end, so that no address tells whether a name is taken. */
import { fold } from "@/lib/fold";

const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const RANDOM = 6;
const LONGEST = 60;

export function newSlug(name: string): string {
  const plain = fold(name)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replaceAll(/^-|-$/g, "");
  return `${plain || "group"}-${randomEnd()}`;
}

export function isSlug(text: string): boolean {
  return text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*-[a-z0-9]{6}$/.test(text);
}

function randomEnd(): string {
  let end = "";
  while (end.length < RANDOM) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    // 31 letters: bytes past the last whole multiple are thrown away, so that every letter is equally likely.
    if (byte < 248) end += ALPHABET[byte % ALPHABET.length];
  }
  return end;
}
