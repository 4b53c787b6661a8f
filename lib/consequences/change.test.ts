import { describe, expect, it } from "vitest";
import { type Change, causeOf, overlayOf } from "./change";

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
