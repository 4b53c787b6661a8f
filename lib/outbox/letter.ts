/** A mail as it is about to leave: its words, and the same as plain text. How it looks is said beside it, in `render.tsx`. */

/** One thing that a letter tells of. */
export interface LetterLine {
  /** said before it, for it and for those that follow */
  readonly before?: string;
  readonly says: string;
  /** why, with what reason */
  readonly more?: string;
  /** where one can look at it or act on it */
  readonly link?: LetterLink;
}

/** `href` is an address of this portal. */
export interface LetterLink {
  readonly label: string;
  readonly href: string;
}

export interface Letter {
  readonly to: string;
  /** one sentence or a few words; it stands over the letter too */
  readonly subject: string;
  /** plain paragraphs, in order */
  readonly paragraphs: readonly string[];
  /** the thing to do, after the first paragraph */
  readonly link?: LetterLink;
  /** after the paragraphs */
  readonly lines?: readonly LetterLine[];
  /** beneath everything: why one gets this, and where to change that */
  readonly foot?: { readonly says: string; readonly link: LetterLink };
  /** its reader has no account here any more, so that no address of theirs is to stay */
  readonly farewell?: true;
}

export function plainText({ subject, paragraphs, link, lines = [], foot }: Letter): string {
  const [first = "", ...rest] = paragraphs;
  const blocks = [subject, first, ...(link ? [inText(link)] : []), ...rest];
  if (lines.length > 0) blocks.push(lines.map(lineInText).join("\n"));
  if (foot) blocks.push(`-- \n${foot.says}\n${inText(foot.link)}`);
  return `${blocks.join("\n\n")}\n`;
}

/** The address stands on a line of its own, so that whatever reads the mail makes a link of it. */
const inText = ({ label, href }: LetterLink): string => `${label}:\n${href}`;

function lineInText({ before, says, more, link }: LetterLine): string {
  return [
    ...(before ? ["", before, ""] : []),
    `* ${says}`,
    ...(more ? [`  ${more}`] : []),
    ...(link ? [`  ${link.label}:`, link.href] : []),
  ].join("\n");
}

/** The letter without what makes its link a key, and without an address that is to be forgotten, for keeping what was really sent. */
export function forKeeping({ link, ...letter }: Letter): Letter {
  const kept = letter.farewell ? { ...letter, to: "" } : letter;
  if (!link) return kept;
  return { ...kept, link: { ...link, href: `${link.href.slice(0, link.href.lastIndexOf("/") + 1)}…` } };
}

/** One line, whatever a name in it holds: nothing that could end it, hide, or turn the reader around. */
export function flat(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The same as a subject: no longer than anybody reads. */
export function oneLine(text: string): string {
  const signs = [...flat(text)];
  return signs.length > 120 ? `${signs.slice(0, 119).join("")}…` : signs.join("");
}
