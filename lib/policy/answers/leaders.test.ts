import { expect, it } from "vitest";
import { answerLeader, type LeaderFacts } from "./leaders";
import { DOOR_LINES, OPEN_DOOR, testLines } from "./lines.test-kit";

const fine: LeaderFacts = {
  ...OPEN_DOOR,
  restricted: false,
  owner: false,
  mayAppoint: true,
  targetFound: true,
  already: false,
  exceeds: false,
};

testLines(
  "appointing and dismissing",
  answerLeader,
  fine,
  [
    ...DOOR_LINES,
    ["not-permitted", { mayAppoint: false }],
    ["restricted", { restricted: true }],
    ["not-found", { targetFound: false }, "nobody to appoint"],
    ["exceeds-own", { exceeds: true }],
  ],
  "changed",
);

it("what is so already takes nothing and gives nothing, and a site owner acts anywhere", () => {
  expect(answerLeader({ ...fine, exceeds: true, already: true })).toBe("changed");
  expect(answerLeader({ ...fine, already: true })).toBe("changed");
  expect(answerLeader({ ...fine, restricted: true, owner: true })).toBe("changed");
});
