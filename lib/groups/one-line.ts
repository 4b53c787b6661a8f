const LONGEST = 140;

/** What lists say of a group: the first line of its description, cut between words. */
export function oneLine(description: string): string {
  const line =
    description
      .trim()
      .split(/[\r\n]/, 1)[0]
      ?.replaceAll(/\s+/gu, " ")
      .trimEnd() ?? "";
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST);
  const end = cut.lastIndexOf(" ");
  return `${(end > LONGEST / 2 ? cut.slice(0, end) : cut).replaceAll(/\p{Cs}/gu, "")}…`;
}
