/** Free text as people write it, over several lines or one: nothing invisible that steers the reader or the database. */
import { z } from "zod";

// Controls other than tab and line feed, lone surrogates, and what turns the writing direction around.
const UNWANTED = /(?![\t\n])\p{Cc}|\p{Cs}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

// What stands on no page by itself: joiners, fillers, blanks of every width.
const NOTHING_SEEN = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** A field of at most `longest` characters, trimmed, line ends unified. Where nothing of it can be seen, it is empty. */
export function textField(longest: number) {
  return z.string().transform((raw, context) => {
    const text = raw.replaceAll(/\r\n?/g, "\n").normalize("NFC").trim();
    const problem = problemOf(text, longest);
    if (!problem) return NOTHING_SEEN.test(text) ? "" : text;
    context.addIssue({ code: "custom", message: problem });
    return z.NEVER;
  });
}

function problemOf(text: string, longest: number): string | null {
  if (text.length > longest)
    return `At most ${longest.toLocaleString("en")} characters; this has ${text.length.toLocaleString("en")}.`;
  return UNWANTED.test(text) ? "There is an invisible control character in this text. Type it without." : null;
}
