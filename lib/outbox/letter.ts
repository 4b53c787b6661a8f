/** A mail as it is about to leave: the same words as plain text and as simple HTML. */

export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** plain paragraphs, in order */
  readonly paragraphs: readonly string[];
  /** an address of this portal, on a line of its own after the first paragraph */
  readonly link?: { readonly label: string; readonly href: string };
}

export function plainText({ paragraphs, link }: Letter): string {
  const [first = "", ...rest] = paragraphs;
  const lines = link ? [first, `${link.label}:\n${link.href}`, ...rest] : [first, ...rest];
  return `${lines.join("\n\n")}\n`;
}

export function simpleHtml({ subject, paragraphs, link }: Letter): string {
  const [first = "", ...rest] = paragraphs.map((text) => `<p>${escaped(text)}</p>`);
  const button = link ? [`<p><a href="${escaped(link.href)}">${escaped(link.label)}</a></p>`] : [];
  const body = [first, ...button, ...rest].join("\n");
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>\n${body}\n</body></html>\n`;
}

/** The letter without what makes its link a key, for keeping what was really sent. */
export function withoutKey(letter: Letter): Letter {
  if (!letter.link) return letter;
  const { href } = letter.link;
  return { ...letter, link: { ...letter.link, href: `${href.slice(0, href.lastIndexOf("/") + 1)}…` } };
}

function escaped(text: string): string {
  const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
