/** One key for sorting and searching text: the same in the database and here, whatever the operator's locale. */

// Letters that carry their accent in one piece, so that no decomposition takes it off.
const WHOLE: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ς: "σ",
};
const WHOLE_LETTERS = new RegExp(`[${Object.keys(WHOLE).join("")}]`, "gu");
// Accents of Latin, Greek and Cyrillic. Marks of other scripts are part of the letter and stay.
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/**
 * NFKC, lower case, accents off, spaces single. Equal for names that people would call the same; folding twice changes
 * nothing. Never longer than four times the text.
 */
export function fold(text: string): string {
  const once = lower(lower(text));
  return once.replace(/\s+/gu, " ").trim();
}

// Twice, since lower case may bring accents of its own and taking them off may leave a letter in another case.
function lower(text: string): string {
  return text
    .normalize("NFKD")
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .replace(WHOLE_LETTERS, (letter) => WHOLE[letter] ?? letter)
    .normalize("NFKC");
}
