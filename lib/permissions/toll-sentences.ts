/** What would follow, in sentences. Pure. */
import type { Toll } from "./toll";

const number = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

const people = (count: number) => number(count, "person", "people");
const groups = (count: number) => number(count, "group", "groups");

/** One sentence for each thing that would happen, the gravest first. */
export function tollSentences(toll: Toll): string[] {
  const { removed, closed, carriedOut, madeInternal, withoutAdministrator, leaderships, links, flagged } = toll;
  return [
    removed && removedSentence(removed),
    ...toll.rolesEnded.map(({ label, people: held }) => `${people(held)} would lose the role ${label}.`),
    ...toll.rolesBegun.map(({ label, people: held }) => `${people(held)} would gain the role ${label}.`),
    leaderships > 0 && `${number(leaderships, "leadership", "leaderships")} would end.`,
    links > 0 && `${number(links, "join link", "join links")} would be revoked for good.`,
    closed > 0 && `${number(closed, "pending request", "pending requests")} would be closed.`,
    carriedOut > 0 && `${number(carriedOut, "pending request", "pending requests")} would be carried out.`,
    madeInternal > 0 && `${groups(madeInternal)} would become internal, since no role would be left that they are for.`,
    withoutAdministrator > 0 && `${groups(withoutAdministrator)} would be left without an administrator.`,
    flagged > 0 && `${number(flagged, "leader", "leaders")} would lead on without being eligible.`,
  ].filter((sentence) => typeof sentence === "string");
}

function removedSentence(removed: NonNullable<Toll["removed"]>): string {
  const others = removed.groups - removed.named.length;
  const names = [...removed.named, ...(others > 0 && removed.named.length > 0 ? [`${others} more`] : [])];
  const which = names.length > 0 ? `: ${listed(names)}` : "";
  return `${people(removed.people)} would be removed from ${groups(removed.groups)}${which}.`;
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
