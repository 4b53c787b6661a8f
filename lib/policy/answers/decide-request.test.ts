import { describe, expect, it } from "vitest";
import { answerDecideRequest, type DecideRequestFacts } from "./decide-request";
import type { WayIn } from "./join";
import { DOOR_LINES, OPEN_DOOR, testLines } from "./lines.test-kit";

const welcome: WayIn = {
  internal: false,
  eligible: true,
  member: false,
  public: false,
  holdsRequest: true,
  mayJoin: false,
  mayRequest: true,
};
const fine: DecideRequestFacts = {
  ...OPEN_DOOR,
  restricted: false,
  owner: false,
  mayDecide: true,
  pending: "join",
  own: false,
  kind: null,
  verdict: "approve",
  lastAdmin: false,
  requester: () => welcome,
};

const head = [
  ...DOOR_LINES,
  ["not-permitted", { mayDecide: false }],
  ["restricted", { restricted: true }],
  ["no-request", { pending: null }],
  ["own-request", { own: true }, "T13: one's own"],
] as const;

testLines(
  "approving a wish to join",
  answerDecideRequest,
  fine,
  [
    ...head,
    ["wrong-kind", { kind: "leave", pending: "join" }],
    ["requester-internal", { requester: () => ({ ...welcome, internal: true }) }],
    ["requester-not-eligible", { requester: () => ({ ...welcome, eligible: false }) }],
    ["requester-already-member", { requester: () => ({ ...welcome, member: true }) }],
    ["requester-needs-request-permission", { requester: () => ({ ...welcome, holdsRequest: false }) }],
    ["requester-not-permitted", { requester: () => ({ ...welcome, mayRequest: false }) }],
  ],
  "approved",
);

testLines(
  "approving a wish to leave",
  answerDecideRequest,
  { ...fine, pending: "leave" },
  [
    ...head,
    ["wrong-kind", { kind: "join", pending: "leave" }],
    ["last-admin", { lastAdmin: true }, "T15: the last administrator"],
  ],
  "approved",
);

testLines(
  "rejecting",
  answerDecideRequest,
  { ...fine, verdict: "reject" },
  [...head, ["wrong-kind", { kind: "leave", pending: "join" }]],
  "rejected",
);

describe("deciding", () => {
  const unasked = (): WayIn => {
    throw new Error("the requester was asked");
  };

  it("asks the requester's way in only when they are let in", () => {
    expect(answerDecideRequest({ ...fine, verdict: "reject", requester: unasked })).toBe("rejected");
    expect(answerDecideRequest({ ...fine, pending: "leave", requester: unasked })).toBe("approved");
  });

  it("does not mind the last administrator where somebody joins or is refused", () => {
    expect(answerDecideRequest({ ...fine, lastAdmin: true })).toBe("approved");
    expect(answerDecideRequest({ ...fine, pending: "leave", lastAdmin: true, verdict: "reject" })).toBe("rejected");
  });

  it("takes the kind that was meant", () => {
    expect(answerDecideRequest({ ...fine, kind: "join" })).toBe("approved");
    expect(answerDecideRequest({ ...fine, kind: "leave", pending: "leave" })).toBe("approved");
  });

  it("T13: is left to a site owner where the group is restricted, and never one's own even then", () => {
    expect(answerDecideRequest({ ...fine, restricted: true, owner: true })).toBe("approved");
    expect(answerDecideRequest({ ...fine, restricted: true, owner: true, own: true })).toBe("own-request");
  });
});
