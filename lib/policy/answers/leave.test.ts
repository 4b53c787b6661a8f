import { expect, it } from "vitest";
import { answerLeave, type LeaveFacts } from "./leave";
import { DOOR_LINES, OPEN_DOOR, testLines } from "./lines.test-kit";
import { answerWithdraw } from "./withdraw";

const fine: LeaveFacts = {
  ...OPEN_DOOR,
  member: true,
  internal: false,
  mayLeave: true,
  lastAdmin: false,
  open: true,
  autoLeave: false,
  pending: false,
};

testLines(
  "leaving an open group",
  answerLeave,
  fine,
  [
    ...DOOR_LINES,
    ["not-a-member", { member: false }],
    ["internal", { internal: true }],
    ["not-permitted", { mayLeave: false }],
    ["last-admin", { lastAdmin: true }, "T15: the last administrator"],
    ["already-pending", { open: false, pending: true }],
    ["leave-requested", { open: false }],
  ],
  "left",
);

it("the setting lets people leave at once, also while a request is pending", () => {
  expect(answerLeave({ ...fine, open: false, autoLeave: true, pending: true })).toBe("left");
  expect(answerLeave({ ...fine, pending: true })).toBe("left");
});

testLines(
  "withdrawing",
  answerWithdraw,
  { ...OPEN_DOOR, pending: true },
  [...DOOR_LINES, ["no-request", { pending: false }]],
  "withdrawn",
);
