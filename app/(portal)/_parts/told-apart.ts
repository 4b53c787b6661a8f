/** Names need not be unique, and letters of two scripts look alike: such groups are told apart by their addresses. */
import { fold } from "@/lib/fold";

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/** Addresses of those of a list whose name alone would deceive: another here has it too, or it mixes scripts that look alike. */
export function toldApart(lines: readonly { readonly slug: string; readonly name: string }[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { name } of lines) counts.set(fold(name), (counts.get(fold(name)) ?? 0) + 1);
  const deceives = (name: string) => (counts.get(fold(name)) ?? 0) > 1 || mixesScripts(name);
  return new Set(lines.filter(({ name }) => deceives(name)).map(({ slug }) => slug));
}

const mixesScripts = (name: string): boolean => SCRIPTS.filter((script) => script.test(name)).length > 1;
