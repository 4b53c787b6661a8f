/** What a new password must be: long enough, whole, and nothing that everybody would try. Safe for the browser. */
import { z } from "zod";

export const SHORTEST = 12;
export const LONGEST = 128;

/** As it is compared: one form for every way of typing the same letters. Nothing is trimmed, nothing cut off. */
export function normalizePassword(raw: string): string {
  return raw.normalize("NFC");
}

/** What is wrong with its length or its letters, or null. */
export function lengthProblem(raw: string): string | null {
  if (raw.length > LONGEST * 4) return `A password has ${LONGEST} characters at most.`;
  const length = [...normalizePassword(raw)].length;
  if (length < SHORTEST) return `A password has ${SHORTEST} characters or more. Three unrelated words make a good one.`;
  if (length > LONGEST) return `A password has ${LONGEST} characters at most.`;
  if (/[\p{Cc}\p{Cs}]/u.test(raw)) return "There is a character in this password that cannot be typed everywhere.";
  return null;
}

export const EASY =
  "This password is easy to guess: it is made of common words, of runs of keys, or of what people know of you.";

/** A password that is about to be one. */
export const newPasswordField = z.string().superRefine((raw, context) => {
  const message = lengthProblem(raw);
  if (message) context.addIssue({ code: "custom", message });
});

/** A password that is claimed to be one already: anything of a sane length. */
export const passwordField = z
  .string()
  .min(1, "Type your password.")
  .max(LONGEST * 4, "That is not a password of this portal.");
