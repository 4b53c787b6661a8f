import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LinkState } from "../facts";
import { asking, NOTHING } from "../proof/worlds.test-kit";
import { answerJoin, type JoinFacts, joinRefusal, wayIn } from "./join";
import { OPEN_DOOR, testLines } from "./lines.test-kit";

const fine: JoinFacts = {
  ...OPEN_DOOR,
  link: null,
  asksApproval: false,
  internal: false,
  eligible: true,
  member: false,
  public: false,
  holdsRequest: true,
  mayJoin: true,
  mayRequest: true,
  open: true,
  restricted: false,
  pending: false,
};

const waysIn = [
  ["internal", { internal: true }],
  ["not-eligible", { eligible: false }],
  ["already-member", { member: true }],
  ["needs-request-permission", { public: false, holdsRequest: false }],
  ["not-permitted", { mayJoin: false, mayRequest: false }],
] as const;

testLines(
  "T14: joining an open group",
  answerJoin,
  fine,
  [
    ["sign-in", { account: "none" }, "no account"],
    ["sign-in", { account: "inactive" }, "an inactive account"],
    ["not-found", { known: false }, "an unknown group"],
    ["not-found", { sees: false, link: null }, "a group that is not seen, and no link"],
    ["paused", { link: "paused" }, "a link that is not open"],
    ...waysIn,
    ["already-pending", { pending: true, open: false }, "a group that is not open, with a request"],
    ["requested", { open: false }, "a group that is not open"],
  ],
  "joined",
);

describe("whoever may come in", () => {
  it.each([
    ["a restricted group", { restricted: true }],
    ["a group that is not open", { open: false }],
    ["only the right to ask", { mayJoin: false }],
    ["a link that always asks", { link: "open", asksApproval: true }],
  ] as const)("asks first with %s", (_, facts) => {
    expect(answerJoin({ ...fine, ...facts })).toBe("requested");
    expect(answerJoin({ ...fine, ...facts, pending: true })).toBe("already-pending");
  });

  it("joins with only the right to join, also with a request pending", () => {
    expect(answerJoin({ ...fine, mayRequest: false, pending: true })).toBe("joined");
  });

  it("needs no right to request in a public group", () => {
    expect(answerJoin({ ...fine, holdsRequest: false, public: true })).toBe("joined");
  });

  it.each(["revoked", "unavailable", "paused", "expired", "used-up", "not-found"] as const)(
    "is told of a link that is %s, whether or not they see the group",
    (link) => {
      expect(answerJoin({ ...fine, link })).toBe(link);
      expect(answerJoin({ ...fine, link, sees: false })).toBe(link);
    },
  );
});

const states: LinkState[] = ["not-found", "revoked", "unavailable", "paused", "expired", "used-up", "open"];
const anyFacts: fc.Arbitrary<JoinFacts> = fc.record({
  account: fc.constantFrom("none", "inactive", "active"),
  known: fc.boolean(),
  sees: fc.boolean(),
  link: fc.option(fc.constantFrom(...states)),
  asksApproval: fc.boolean(),
  internal: fc.boolean(),
  eligible: fc.boolean(),
  member: fc.boolean(),
  public: fc.boolean(),
  holdsRequest: fc.boolean(),
  mayJoin: fc.boolean(),
  mayRequest: fc.boolean(),
  open: fc.boolean(),
  restricted: fc.boolean(),
  pending: fc.boolean(),
});

describe("whatever the facts", () => {
  it("T14: nobody joins at once what is internal, restricted or not open, or without every right", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (answerJoin(facts) !== "joined") return;
        expect(facts).toMatchObject({ account: "active", internal: false, eligible: true, member: false });
        expect(facts).toMatchObject({ open: true, restricted: false, mayJoin: true });
        expect(facts.public || facts.holdsRequest).toBe(true);
        expect(facts.link ?? "open").toBe("open");
      }),
      { numRuns: 1_000 },
    );
  });

  it("T34: a link changes what is visible and nothing else", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const byLink = answerJoin({ ...facts, link: "open", asksApproval: false });
        expect(byLink).toBe(answerJoin({ ...facts, link: null, asksApproval: false, sees: true }));
        const asking = answerJoin({ ...facts, link: "open", asksApproval: true });
        expect(asking).toBe(byLink === "joined" ? (facts.pending ? "already-pending" : "requested") : byLink);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("the way in", () => {
  const outsider = { ...NOTHING, roles: { ...NOTHING.roles, outsider: ["member.join"] } };

  it("is gathered from what the policy knows", () => {
    const { viewer, situation } = asking(outsider);
    expect(wayIn(viewer, situation, false)).toEqual({
      internal: false,
      eligible: true,
      member: false,
      public: false,
      holdsRequest: false,
      mayJoin: true,
      mayRequest: false,
    });
    expect(joinRefusal(wayIn(viewer, situation, false))).toBe("needs-request-permission");
  });

  it("tells each fact from the next", () => {
    const { viewer, situation } = asking({
      ...outsider,
      roles: { ...NOTHING.roles, outsider: ["member.request"] },
      globalRoles: { authenticated: ["group.request"] },
      internal: true,
      eligible: ["blue"],
    });
    expect(wayIn(viewer, { ...situation, group: { ...situation.group, public: true } }, true)).toEqual({
      internal: true,
      eligible: false,
      member: false,
      public: true,
      holdsRequest: true,
      mayJoin: false,
      mayRequest: true,
    });
    const inside = { ...situation, standing: { ...situation.standing, member: true } };
    expect(wayIn(viewer, inside, false).member).toBe(true);
  });

  it("is visible by a link in a hidden group, and not without", () => {
    const { viewer, situation } = asking({
      ...outsider,
      hidden: true,
      roles: { ...NOTHING.roles, outsider: ["member.join", "member.request"] },
    });
    expect(wayIn(viewer, situation, true)).toMatchObject({ mayJoin: true, mayRequest: true });
    expect(wayIn(viewer, situation, false)).toMatchObject({ mayJoin: false, mayRequest: false });
  });
});
