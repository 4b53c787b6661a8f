import { describe, expect, it } from "vitest";
import { type AddFacts, answerAdd } from "./add";
import { answerEditOwn } from "./edit-own";
import { DOOR_LINES, OPEN_DOOR, testLines } from "./lines.test-kit";
import { answerChangeRoles, answerRemove, answerSetUntil, type MemberFacts } from "./members";

const added: AddFacts = {
  ...OPEN_DOOR,
  restricted: false,
  owner: false,
  mayAdd: true,
  targetFound: true,
  member: false,
  eligible: true,
  namesRoles: false,
  mayAssign: false,
  exceeds: false,
};

testLines(
  "adding",
  answerAdd,
  added,
  [
    ...DOOR_LINES,
    ["not-permitted", { mayAdd: false }],
    ["restricted", { restricted: true }],
    ["not-found", { targetFound: false }, "nobody to add"],
    ["already-member", { member: true }],
    ["not-eligible", { eligible: false }],
    ["exceeds-own", { namesRoles: true }, "roles named without the right to assign them"],
    ["exceeds-own", { exceeds: true }, "T10: roles above one's own"],
  ],
  "added",
);

describe("adding", () => {
  it("takes roles from whoever may assign them, and anything from a site owner", () => {
    expect(answerAdd({ ...added, namesRoles: true, mayAssign: true })).toBe("added");
    expect(answerAdd({ ...added, restricted: true, owner: true })).toBe("added");
  });
});

const fine: MemberFacts = {
  ...OPEN_DOOR,
  restricted: false,
  owner: false,
  permitted: true,
  member: true,
  exceeds: false,
  lastAdmin: false,
};
const head = [
  ...DOOR_LINES,
  ["not-permitted", { permitted: false }],
  ["restricted", { restricted: true }],
  ["not-a-member", { member: false }],
] as const;
const lines = [
  ...head,
  ["exceeds-own", { exceeds: true }],
  ["last-admin", { lastAdmin: true }, "T15: the last administrator"],
] as const;

testLines("removing", answerRemove, fine, lines, "removed");
testLines("T09: changing roles", answerChangeRoles, fine, lines, "changed");
testLines("setting an end", answerSetUntil, { ...fine, clears: false }, lines, "changed");
testLines("clearing an end", answerSetUntil, { ...fine, clears: true }, head, "changed");

describe("an end that is cleared", () => {
  it("removes nobody, so that nothing that guards removals is asked", () => {
    expect(answerSetUntil({ ...fine, clears: true, exceeds: true, lastAdmin: true })).toBe("changed");
  });
});

it("a site owner acts in a restricted group", () => {
  expect(answerRemove({ ...fine, restricted: true, owner: true })).toBe("removed");
  expect(answerChangeRoles({ ...fine, restricted: true, owner: true })).toBe("changed");
  expect(answerSetUntil({ ...fine, restricted: true, owner: true, clears: false })).toBe("changed");
});

testLines(
  "editing one's own membership",
  answerEditOwn,
  { ...OPEN_DOOR, mayEditOwn: true },
  [...DOOR_LINES, ["not-permitted", { mayEditOwn: false }]],
  "changed",
);
