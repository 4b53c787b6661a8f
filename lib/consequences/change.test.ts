import { describe, expect, it } from "vitest";
import { type Change, causeIn, causeOf, homeOf, overlayOf } from "./change";

const revoked = (role: string): Change => ({ kind: "permission-revoked", role, permission: "group.request" });
const granted: Change = { kind: "permission-granted", role: "a", permission: "group.request" };
const ends: Change = { kind: "member-ends", accountId: "x", groupId: "g" };

describe("a cause", () => {
  it("is named for what it changes, once, and for what takes before what gives", () => {
    expect(causeOf([granted])).toBe("permission.granted group.request a");
    expect(causeOf([granted, revoked("b"), revoked("c"), revoked("b")])).toBe(
      "permission.revoked group.request b; permission.revoked group.request c",
    );
    expect(causeOf([])).toBe("");
  });

  it("is not named without end", () => {
    const named = causeOf(["a", "b", "c", "d", "e", "f"].map(revoked));
    expect(named.split("; ")).toHaveLength(6);
    expect(named.endsWith("; …")).toBe(true);
  });

  it("of a membership is what the command says of it", () => {
    expect(causeOf([ends])).toBe("member.left");
    expect(causeOf([ends], { event: "member.removed" })).toBe("member.removed");
    expect(causeOf([ends], { event: "member.pruned", cause: "member.until" })).toBe("member.until");
    expect(causeOf([revoked("a")], { event: "x" })).toBe("permission.revoked group.request a");
  });
});

describe("where a cause happened", () => {
  const said = (changes: readonly Change[], groupId?: string, accountId?: string) =>
    causeIn({ cause: "c", home: homeOf(changes) }, groupId, accountId);
  const deleted: Change = { kind: "group-deleted", groupId: "g" };

  it("is the group that changed, and what the one account is in it", () => {
    expect([said([deleted], "g", "x"), said([deleted], "g"), said([deleted], "h", "x")]).toEqual([
      "c",
      "c",
      "c elsewhere",
    ]);
    expect([said([ends], "g", "x"), said([ends], "g"), said([ends], "h", "x")]).toEqual(["c", "c", "c elsewhere"]);
    expect(said([ends, { ...ends, accountId: "y", groupId: "h" }], "h", "x")).toBe("c elsewhere");
  });

  it("is nowhere where no group changed, and nowhere else for what is about no group", () => {
    expect([said([revoked("a")], "g", "x"), said([deleted])]).toEqual(["c", "c"]);
  });
});

describe("changes laid over what is stored", () => {
  it("come to lie in their places", () => {
    const overlay = overlayOf([
      { kind: "member-begins", accountId: "x", groupId: "g", decides: "r" },
      { ...ends, byItself: true },
      ends,
      { kind: "permission-revoked", role: "a", permission: "audit.view" },
      revoked("b"),
    ]);
    const pair = { account: "x", grp: "g" };
    expect(overlay).toMatchObject({ begun: [pair], decided: ["r"], ended: [pair, pair], endedByThemselves: [pair] });
    expect(overlay.requestRevoked).toEqual(["b"]);
  });
});
