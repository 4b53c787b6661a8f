/** What a change to a group would bring about, said in numbers. Pure and client-safe. */
import type { Counts } from "./queries/count-consequences";
import type { Touched } from "./queries/find-touched";
import type { Totals } from "./queries/preview-changes";
import type { Seen } from "./seen";

/** One sentence for each kind of consequence. `self`: the one person touched is whoever reads it. */
export function consequenceSentences(counts: Counts, self = false): string[] {
  const { removed, letIn, closed, rolesLost, rolesGained, flagged, losesAdministrator } = counts;
  return [
    ...said(removed, `${people(removed)} removed from this group.`),
    ...said(letIn, `${requests(letIn)} granted at once.`),
    ...said(closed, self ? "Your waiting request here is closed." : `${requests(closed)} closed.`),
    ...rolesLost.map(({ label, people: lost }) =>
      self ? `You lose the role ${label}.` : `${lose(lost)} the role ${label}.`,
    ),
    ...rolesGained.map(({ label, people: won }) =>
      self ? `You gain the role ${label}.` : `${gain(won)} the role ${label}.`,
    ),
    ...elsewhere(counts, self),
    ...said(
      flagged,
      self
        ? "You would not be eligible here any more, and go on leading this group."
        : `${flagged === 1 ? "1 leader" : `${flagged} leaders`} would not be eligible any more, and go on leading.`,
    ),
    ...(losesAdministrator ? ["The group loses its last administrator."] : []),
    ...further(counts, self),
  ];
}

const said = (count: number, sentence: string): string[] => (count > 0 ? [sentence] : []);
const people = (count: number): string => (count === 1 ? "1 person is" : `${number(count)} people are`);
const requests = (count: number): string =>
  count === 1 ? "1 waiting request is" : `${number(count)} waiting requests are`;
/** At most one waits in a group. */
const yours = (count: number): string =>
  count === 1
    ? "Your waiting request in 1 other group is"
    : `Your waiting requests in ${number(count)} other groups are`;
const linksAre = (count: number): string => (count === 1 ? "1 join link is" : `${number(count)} join links are`);
const leads = (count: number): string => (count === 1 ? "1 leader is" : `${number(count)} leaders are`);
const lose = (count: number): string => (count === 1 ? "1 person loses" : `${number(count)} people lose`);
const gain = (count: number): string => (count === 1 ? "1 person gains" : `${number(count)} people gain`);
const number = (count: number): string => count.toLocaleString("en");

function further({ beyond }: Counts, self: boolean): string[] {
  const { closed, flagged, unled, withoutAdministrator: lost } = beyond;
  const leaders = flagged === 1 ? "1 leader" : `${number(flagged)} leaders`;
  const groups = lost === 1 ? "1 other group loses its" : `${number(lost)} other groups lose their`;
  const led = flagged === 1 ? "1 other group that you lead" : `${number(flagged)} other groups that you lead`;
  return [
    ...said(
      closed,
      self ? `${yours(closed)} closed, for want of a role.` : `${requests(closed)} closed in other groups.`,
    ),
    ...said(
      flagged,
      self
        ? `You would not be eligible any more in ${led}, and go on leading.`
        : `${leaders} of other groups would not be eligible there any more.`,
    ),
    ...said(
      unled,
      unled === 1
        ? "1 other group loses a group that leads it."
        : `${number(unled)} other groups lose a group that leads them.`,
    ),
    ...said(lost, `${groups} last administrator.`),
  ];
}

function elsewhere({ elsewhere: found }: Counts, self: boolean): string[] {
  if (!found) return [];
  const groups = found.groups === 1 ? "1 other group" : `${number(found.groups)} other groups`;
  const seen = `${groups}${found.unseen ? " and from some that you do not see" : ""}`;
  const which = found.groups === 0 ? "groups that you do not see" : seen;
  const { named } = found;
  const rest = found.groups - named.length;
  const names = named.length > 0 ? ` (${named.join(", ")}${rest > 0 ? ` and ${number(rest)} more` : ""})` : "";
  return [`${self ? "You are" : people(found.people)} removed from ${which}${names} as well, for want of a role.`];
}

/** What else a change to one group touches. `removed`: how many leave, of whom some have names. */
export function touchedSentences({ removed: names, links }: Touched, removed: number): string[] {
  const rest = removed - names.length;
  const more = rest > 0 ? ` and ${number(rest)} more` : "";
  return [
    ...said(names.length, `Who leaves: ${names.join(", ")}${more}.`),
    ...said(links, `${linksAre(links)} refused while the group is internal.`),
  ];
}

/** Of one among many, in few words. */
export function rowSentence({ removed, letIn, closed, flagged, dismissed }: Seen, linksRefused = 0): string {
  const parts = [
    ...said(removed, `${people(removed)} removed`),
    ...said(letIn, `${letIn === 1 ? "1 request is" : `${number(letIn)} requests are`} granted`),
    ...said(closed, `${closed === 1 ? "1 request is" : `${number(closed)} requests are`} closed`),
    ...said(flagged, `${flagged === 1 ? "1 leader stops" : `${number(flagged)} leaders stop`} being eligible`),
    ...said(dismissed, `${leads(dismissed)} no longer in charge`),
    ...said(linksRefused, `${linksAre(linksRefused)} refused`),
  ];
  return parts.length > 0 ? `${parts.join(", ")}.` : "Changed; nobody is touched.";
}

/** The same of as many groups together as are changed. */
export function changesSentences(
  { removed, counts, withoutAdministrator, linksRefused, lost }: Omit<Totals, "anywhere">,
  changed: number,
): string[] {
  const { losesAdministrator: _one, ...others } = counts;
  const groups = changed === 1 ? "this group" : `${number(removed.groups)} of these groups`;
  return [
    ...said(removed.people, `${people(removed.people)} removed from ${groups}.`),
    ...consequenceSentences({ ...others, removed: 0, losesAdministrator: false }),
    ...said(lost?.leaders ?? 0, `${leads(lost?.leaders ?? 0)} no longer in charge.`),
    ...said(
      withoutAdministrator,
      `${withoutAdministrator === 1 ? "1 group loses its" : `${number(withoutAdministrator)} groups lose their`} last administrator.`,
    ),
    ...said(
      linksRefused,
      `${linksAre(linksRefused)} refused while ${changed === 1 ? "this group is" : linksRefused === 1 ? "its group is" : "their groups are"} internal.`,
    ),
    ...said(
      lost?.links ?? 0,
      `${lost?.links === 1 ? "1 join link" : `${number(lost?.links ?? 0)} join links`} stop working.`,
    ),
    ...said(lost?.posts ?? 0, `${lost?.posts === 1 ? "1 post is" : `${number(lost?.posts ?? 0)} posts are`} deleted.`),
  ];
}
