/** Text from the log as anybody may print it: nothing in it moves a cursor, colours a terminal or turns the writing around. */

// Controls, line ends included, lone surrogates, and what steers the direction of writing or hides.
const STEERING = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
const SHOWN_INSTEAD = "\ufffd";

/** One line: whatever steers is shown as a sign of its own, so that nobody takes a name for another. */
export const plain = (text: string): string => text.replaceAll(STEERING, SHOWN_INSTEAD);

/** Several lines, as reasons and posts have them. */
export const plainLines = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, "\n")
    .split(/([\n\t])/)
    .map((part) => (part === "\n" || part === "\t" ? part : plain(part)))
    .join("");
