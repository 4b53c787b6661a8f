// Promise: a name is what it looks like. Nothing in it is invisible, turns the line around, or counts twice.
import { z } from "zod";

const LONGEST = 80;
// What is invisible or steers the writing direction; a heart may keep the mark that makes it red.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
const EMOJI_STYLE = /(?<=\p{Extended_Pictographic})\ufe0f/gu;
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;
const PILED = /\p{M}{5}/u;

/** The name as it is stored, or a sentence on why it cannot be one. For names of people, groups, types and roles. */
export function tidyName(raw: string): { name: string } | { problem: string } {
  // Normalizing costs time in proportion, so absurd lengths are refused before it.
  if (raw.length > LONGEST * 8) return { problem: tooLong };
  const name = raw
    .normalize("NFKC")
    .replace(/\p{Zs}+/gu, " ")
    .replace(/^[ \t\r\n]+/, "")
    .replace(/(?<![ \t\r\n])[ \t\r\n]+$/, "");
  if (name === "") return { problem: "Type a name." };
  const unseen = UNSEEN.exec(name.replace(EMOJI_STYLE, ""))?.[0];
  if (unseen) return { problem: `There is an invisible character in this name (${codeOf(unseen)}). Type it without.` };
  if (!SEEN.test(name)) return { problem: "Type a name with at least one letter, digit or sign." };
  if (PILED.test(name)) return { problem: "There are too many accents on one letter." };
  if ([...name].length > LONGEST) return { problem: tooLong };
  return { name };
}

const tooLong = `A name has ${LONGEST} characters at most.`;

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** One line: a name, tidied. */
export const nameField = z.string().transform((raw, context) => {
  const tidied = tidyName(raw);
  if ("name" in tidied) return tidied.name;
  context.addIssue({ code: "custom", message: tidied.problem });
  return z.NEVER;
});
