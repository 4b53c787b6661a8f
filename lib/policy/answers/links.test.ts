import { expect, it } from "vitest";
import { DOOR_LINES, OPEN_DOOR, testLines } from "./lines.test-kit";
import { answerCreateLink, answerLink, type LinkVerbFacts } from "./links";

testLines(
  "making a link",
  answerCreateLink,
  { ...OPEN_DOOR, mayManage: true },
  [...DOOR_LINES, ["not-permitted", { mayManage: false }]],
  "created",
);

for (const verb of ["pause", "resume", "rotate"] as const) {
  const fine: LinkVerbFacts = { ...OPEN_DOOR, mayManage: true, verb, revoked: false };
  testLines(
    `to ${verb} a link`,
    answerLink,
    fine,
    [...DOOR_LINES, ["not-permitted", { mayManage: false }], ["revoked", { revoked: true }]],
    "changed",
  );
}

testLines(
  "to revoke a link",
  answerLink,
  { ...OPEN_DOOR, mayManage: true, verb: "revoke", revoked: false },
  [...DOOR_LINES, ["not-permitted", { mayManage: false }]],
  "changed",
);

it("a revoked link may be revoked once more", () => {
  expect(answerLink({ ...OPEN_DOOR, mayManage: true, verb: "revoke", revoked: true })).toBe("changed");
});
