const SIGNS: Readonly<Record<string, string>> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'", "#39": "'" };

/** Text of an attribute or a page as it was before it was escaped. */
export function decode(text: string): string {
  return text.replaceAll(/&(#x27|#39|quot|amp|lt|gt);/g, (whole, name: string) => SIGNS[name] ?? whole);
}
