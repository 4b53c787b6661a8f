import { describe, expect, it } from "vitest";
import {
  answerConfigure,
  answerCreate,
  answerDelete,
  answerEdit,
  type ConfigureFacts,
  type CreateFacts,
} from "./groups";
import { DOOR_LINES, OPEN_DOOR, testLines } from "./lines.test-kit";

const created: CreateFacts = {
  mayCreate: true,
  reservedName: false,
  setsRestricted: false,
  owner: false,
  exceeds: false,
};

testLines(
  "creating",
  answerCreate,
  created,
  [
    ["not-permitted", { mayCreate: false }],
    ["reserved-name", { reservedName: true }],
    ["restricted", { setsRestricted: true }],
    ["exceeds-own", { exceeds: true }],
  ],
  "created",
);

const fine: ConfigureFacts = {
  ...OPEN_DOOR,
  mayConfigure: true,
  owner: false,
  changesRestricted: false,
  restricted: false,
  removesMembers: false,
  clearsForcedInternal: false,
  choosesEligible: false,
  exceeds: false,
};

testLines(
  "configuring",
  answerConfigure,
  fine,
  [
    ...DOOR_LINES,
    ["not-permitted", { mayConfigure: false }],
    ["restricted", { changesRestricted: true }, "the flag itself"],
    ["restricted", { restricted: true, removesMembers: true }, "a removal by rule"],
    ["needs-eligible-roles", { clearsForcedInternal: true }],
    ["exceeds-own", { exceeds: true }],
  ],
  "changed",
);

describe("a site owner", () => {
  it("makes restricted groups, and configures them", () => {
    expect(answerCreate({ ...created, setsRestricted: true, owner: true })).toBe("created");
    expect(answerConfigure({ ...fine, changesRestricted: true, owner: true })).toBe("changed");
    expect(answerConfigure({ ...fine, restricted: true, removesMembers: true, owner: true })).toBe("changed");
  });
});

describe("configuring", () => {
  it("is free in a restricted group where nobody is removed, and elsewhere where somebody is", () => {
    expect(answerConfigure({ ...fine, restricted: true })).toBe("changed");
    expect(answerConfigure({ ...fine, removesMembers: true })).toBe("changed");
  });

  it("opens a group that was made internal once somebody says for whom", () => {
    expect(answerConfigure({ ...fine, clearsForcedInternal: true, choosesEligible: true })).toBe("changed");
    expect(answerConfigure({ ...fine, choosesEligible: true })).toBe("changed");
  });
});

testLines(
  "editing",
  answerEdit,
  { ...OPEN_DOOR, mayEdit: true, reservedName: false },
  [...DOOR_LINES, ["not-permitted", { mayEdit: false }], ["reserved-name", { reservedName: true }]],
  "changed",
);

testLines(
  "deleting",
  answerDelete,
  { ...OPEN_DOOR, mayDelete: true },
  [...DOOR_LINES, ["not-permitted", { mayDelete: false }]],
  "deleted",
);
