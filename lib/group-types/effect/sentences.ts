/** What a change of a table would mean, in sentences: who gains and loses what, and what to think of twice. Pure. */
import { groupPermission, isGroupPermission } from "@/lib/policy/catalogue";
import type { CellChange } from "../schema-cell";
import type { Effect, Turn } from "./find-effect";

const number = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
const people = (count: number) => number(count, "person", "people");
const groups = (count: number) => number(count, "group", "groups");

/** One sentence for each permission that turns for anybody; what is lost comes first. */
export function effectSentences({ turns }: Effect): string[] {
  return turns.toSorted((one, other) => Number(one.gains) - Number(other.gains)).map(turnSentence);
}

function turnSentence({ label, gains, people: many, groups: where, visitors }: Turn): string {
  const verb = (count: number) => (gains ? (count === 1 ? "gains" : "gain") : count === 1 ? "loses" : "lose");
  const accounts = `${people(many)} ${verb(many)} “${label}” in ${groups(where)}`;
  if (visitors === 0) return `${accounts}.`;
  const outside = `visitors ${verb(2)} “${label}” in ${groups(visitors)}`;
  return many === 0 ? `${outside[0]?.toUpperCase()}${outside.slice(1)}.` : `${accounts}, and ${outside}.`;
}

const WIDE: Readonly<Record<string, string>> = { outsider: "everybody with an account", member: "every member" };

/** Ways in which a change could surprise: giving away power, and shutting oneself or everybody out. */
export function effectWarnings({ turns, withoutAdministrator }: Effect, changes: readonly CellChange[]): string[] {
  const high = changes.filter(
    ({ permission, on }) => on && isGroupPermission(permission) && groupPermission(permission).risk === "high",
  );
  const lost = turns.filter(({ self, gains }) => self && !gains).map(({ label }) => `“${label}”`);
  return [
    ...high.map(({ role, permission }) => {
      const label = isGroupPermission(permission) ? groupPermission(permission).label : permission;
      const who = WIDE[role];
      return `“${label}” is marked high: it lets its holders take power.${who ? ` Here it goes to ${who}.` : ""}`;
    }),
    ...(withoutAdministrator > 0
      ? [
          `${groups(withoutAdministrator)} would be left without a member who administers ${withoutAdministrator === 1 ? "it" : "them"}.`,
        ]
      : []),
    ...(lost.length > 0 ? [`You yourself would lose ${lost.join(", ")} somewhere.`] : []),
  ];
}
