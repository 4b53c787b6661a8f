import { expect, it } from "vitest";
import type { Counts } from "./queries/count-consequences";
import { changesSentences, consequenceSentences, rowSentence } from "./sentence-consequences";

const nothing: Counts = {
  removed: 0,
  letIn: 0,
  closed: 0,
  elsewhere: null,
  beyond: { closed: 0, flagged: 0, unled: 0, withoutAdministrator: 0 },
  rolesLost: [],
  rolesGained: [],
  flagged: 0,
  losesAdministrator: false,
};
const say = (some: Partial<Counts>, self = false) => consequenceSentences({ ...nothing, ...some }, self);

it("says nothing of nothing", () => {
  expect(say({})).toEqual([]);
});

it("says each consequence in a sentence of its own, one or many", () => {
  expect(say({ removed: 1, letIn: 2, closed: 1 })).toEqual([
    "1 person is removed from this group.",
    "2 waiting requests are granted at once.",
    "1 waiting request is closed.",
  ]);
  expect(say({ removed: 1204, rolesLost: [{ label: "Blue", people: 2 }], losesAdministrator: true })).toEqual([
    "1,204 people are removed from this group.",
    "2 people lose the role Blue.",
    "The group loses its last administrator.",
  ]);
});

it("counts other groups only as far as the reader sees them", () => {
  const at = (groups: number, unseen: boolean) => say({ elsewhere: { people: 3, groups, unseen, named: [] } })[0];
  expect(at(2, false)).toBe("3 people are removed from 2 other groups as well, for want of a role.");
  expect(at(1, true)).toContain("from 1 other group and from some that you do not see");
  expect(at(0, true)).toContain("from groups that you do not see");
});

it("speaks to the one person that it is about", () => {
  const counts = {
    rolesLost: [{ label: "Blue", people: 1 }],
    elsewhere: { people: 1, groups: 1, unseen: false, named: ["Choir"] },
  };
  expect(say(counts, true)).toEqual([
    "You lose the role Blue.",
    "You are removed from 1 other group (Choir) as well, for want of a role.",
  ]);
});

it("tells whoever leaves what becomes of their requests and of what they lead, here and elsewhere", () => {
  expect(say({ beyond: { closed: 1, flagged: 1, unled: 0, withoutAdministrator: 0 } }, true)).toEqual([
    "Your waiting request in 1 other group is closed, for want of a role.",
    "You would not be eligible any more in 1 other group that you lead, and go on leading.",
  ]);
  expect(
    say({ closed: 1, flagged: 1, beyond: { closed: 2, flagged: 3, unled: 0, withoutAdministrator: 1 } }, true),
  ).toEqual([
    "Your waiting request here is closed.",
    "You would not be eligible here any more, and go on leading this group.",
    "Your waiting requests in 2 other groups are closed, for want of a role.",
    "You would not be eligible any more in 3 other groups that you lead, and go on leading.",
    "1 other group loses its last administrator.",
  ]);
});

it("says what it does to other groups, with the names of some", () => {
  const elsewhere = { people: 2, groups: 7, unseen: false, named: ["Choir", "Band"] };
  expect(say({ elsewhere, beyond: { closed: 2, flagged: 1, unled: 20, withoutAdministrator: 1 } })).toEqual([
    "2 people are removed from 7 other groups (Choir, Band and 5 more) as well, for want of a role.",
    "2 waiting requests are closed in other groups.",
    "1 leader of other groups would not be eligible there any more.",
    "20 other groups lose a group that leads them.",
    "1 other group loses its last administrator.",
  ]);
});

it("counts the join links that many groups refuse while they are internal", () => {
  const seen = { removed: 0, letIn: 0, closed: 0, flagged: 0, dismissed: 0 };
  const none = { removed: { people: 0, groups: 0 }, counts: nothing, withoutAdministrator: 0, lost: null };
  expect(changesSentences({ ...none, linksRefused: 0 }, 3)).toEqual([]);
  expect(changesSentences({ ...none, linksRefused: 1 }, 3)).toEqual([
    "1 join link is refused while its group is internal.",
  ]);
  expect(changesSentences({ ...none, linksRefused: 1204 }, 3)).toEqual([
    "1,204 join links are refused while their groups are internal.",
  ]);
  expect(changesSentences({ ...none, linksRefused: 2 }, 1)).toEqual([
    "2 join links are refused while this group is internal.",
  ]);
  expect(rowSentence(seen, 2)).toBe("2 join links are refused.");
  expect(rowSentence(seen)).toBe("Changed; nobody is touched.");
});

it("counts who leaves which of many groups, and names no number of a single one", () => {
  const some = { counts: nothing, withoutAdministrator: 0, linksRefused: 0, lost: null };
  const of = (groups: number, changed: number) =>
    changesSentences({ ...some, removed: { people: 15, groups } }, changed);
  expect(of(1, 1)).toEqual(["15 people are removed from this group."]);
  expect(of(1, 3)).toEqual(["15 people are removed from 1 of these groups."]);
  expect(of(1204, 1204)).toEqual(["15 people are removed from 1,204 of these groups."]);
});

it("counts the leaders who are in charge of nothing once groups are deleted", () => {
  const none = {
    removed: { people: 0, groups: 0 },
    counts: nothing,
    withoutAdministrator: 0,
    linksRefused: 0,
  };
  const lost = { links: 0, posts: 0, leaders: 1 };
  expect(changesSentences({ ...none, lost }, 3)).toEqual(["1 leader is no longer in charge."]);
  expect(changesSentences({ ...none, lost: { ...lost, leaders: 1204 } }, 3)).toEqual([
    "1,204 leaders are no longer in charge.",
  ]);
  const seen = { removed: 1, letIn: 0, closed: 0, flagged: 0, dismissed: 2 };
  expect(rowSentence(seen)).toBe("1 person is removed, 2 leaders are no longer in charge.");
});
