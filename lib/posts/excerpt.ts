const LONGEST = 180;
/** As much of a text as is read for it: some of the patterns below take the square of what they are given. */
const READ = 4_000;

/** The beginning of a Markdown text as one line of plain words: marks and code fences go, the text of links stays. */
export function excerptOf(markdown: string): string {
  const plain = markdown
    .slice(0, READ)
    .replaceAll(/^\s*(?:```|~~~).*$/gm, "")
    .replaceAll(/^\s{0,3}(?:#{1,6}\s|>\s?|[-*+]\s(?:\[[ xX]\]\s)?|\d{1,9}[.)]\s|[-*_=]{3,}\s*$|\|[-:| ]+\|\s*$)/gm, "")
    .replaceAll(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
    .replaceAll(/(\*\*|__|~~|`)/g, "")
    .replaceAll(/(^|[\s(])([*_])(?!\s)([^*_\n]*[^\s*_])\2(?![\p{L}\p{N}])/gu, "$1$3")
    .replaceAll(/\s+/gu, " ")
    .trim();
  if (plain.length <= LONGEST) return plain;
  const cut = plain.slice(0, LONGEST);
  const end = cut.lastIndexOf(" ");
  return `${(end > LONGEST / 2 ? cut.slice(0, end) : cut).replaceAll(/\p{Cs}/gu, "")}…`;
}
