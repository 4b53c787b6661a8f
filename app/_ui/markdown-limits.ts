/** How intricate a text may be before it is shown as it was written: laying out takes far longer than writing it did. */

/** How often each mark may stand in one text. */
const MARKS: Readonly<Record<string, number>> = {
  "[": 1_000,
  "`": 2_000,
  "<": 2_000,
  "&": 2_000,
  "@": 500,
  "*": 3_000,
  _: 3_000,
  "~": 2_000,
  "|": 3_000,
};
const LINES = 3_000;
/** Within one line: quotes and lists inside one another, and columns. */
const DEEPEST = 12;
const WIDEST_INDENT = 60;
const COLUMNS = 60;

const CONTAINER = /^[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/;

/** Whether the text is laid out as Markdown; if not, nothing of it is lost, but it is shown letter by letter. */
export function isLaidOut(text: string): boolean {
  const counts: Record<string, number> = {};
  for (const letter of text) if (letter in MARKS) counts[letter] = (counts[letter] ?? 0) + 1;
  if (Object.entries(counts).some(([mark, count]) => count > (MARKS[mark] ?? 0))) return false;
  const lines = text.split("\n");
  return lines.length <= LINES && lines.every(isSimple);
}

function isSimple(line: string): boolean {
  if (line.length - line.trimStart().length > WIDEST_INDENT) return false;
  if (line.split("|").length > COLUMNS) return false;
  let rest = line;
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const marker = CONTAINER.exec(rest);
    if (!marker) return true;
    rest = rest.slice(marker[0].length);
  }
  return false;
}
