/** One step up or down in a list: the list as it is then, or null for what is at that end already, or not in it. */
export type Direction = "up" | "down";

export function moved(names: readonly string[], name: string, direction: Direction): string[] | null {
  const from = names.indexOf(name);
  const to = direction === "up" ? from - 1 : from + 1;
  const other = names[to];
  if (from < 0 || other === undefined) return null;
  return names.map((one, at) => (at === from ? other : at === to ? name : one));
}
