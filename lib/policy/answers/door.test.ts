import { describe, expect, it } from "vitest";
import { asking, NOTHING } from "../proof/worlds.test-kit";
import { answerDoor, answerJoinDoor, doorOf, isRestrictedFor } from "./door";
import { DOOR_LINES, OPEN_DOOR, testLines } from "./lines.test-kit";

testLines("the door", (door) => answerDoor(door) ?? "on", OPEN_DOOR, DOOR_LINES, "on");

describe("the door of joining", () => {
  it("asks to sign in before anything else", () => {
    expect(answerJoinDoor({ account: "none", known: false, sees: false }, true)).toBe("sign-in");
    expect(answerJoinDoor({ account: "inactive", known: false, sees: false }, true)).toBe("sign-in");
  });

  it("lets a link stand in for seeing, not for a group that does not exist", () => {
    expect(answerJoinDoor({ ...OPEN_DOOR, sees: false }, true)).toBeNull();
    expect(answerJoinDoor({ ...OPEN_DOOR, sees: false }, false)).toBe("not-found");
    expect(answerJoinDoor(OPEN_DOOR, false)).toBeNull();
    expect(answerJoinDoor({ ...OPEN_DOOR, known: false }, true)).toBe("not-found");
  });
});

describe("the door as somebody finds it", () => {
  const seen = asking({ ...NOTHING, roles: { ...NOTHING.roles, outsider: ["group.view"] } });
  const unseen = asking(NOTHING);

  it("tells who asks, and what they see", () => {
    expect(doorOf(seen.viewer, seen.situation)).toEqual({ account: "active", known: true, sees: true });
    expect(doorOf(unseen.viewer, unseen.situation)).toEqual({ account: "active", known: true, sees: false });
    expect(doorOf(unseen.viewer, null)).toEqual({ account: "active", known: false, sees: false });
  });

  it("tells a visitor from an inactive account", () => {
    const visitor = asking({ ...NOTHING, who: { ...NOTHING.who, account: "none" } });
    const inactive = asking({ ...NOTHING, who: { ...NOTHING.who, account: "inactive" } });
    expect(doorOf(visitor.viewer, visitor.situation).account).toBe("none");
    expect(doorOf(inactive.viewer, inactive.situation).account).toBe("inactive");
  });
});

it("a restricted group is left to site owners, any other is not", () => {
  expect(isRestrictedFor({ restricted: true, owner: false })).toBe(true);
  expect(isRestrictedFor({ restricted: true, owner: true })).toBe(false);
  expect(isRestrictedFor({ restricted: false, owner: false })).toBe(false);
});
