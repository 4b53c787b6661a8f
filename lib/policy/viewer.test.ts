import { describe, expect, it } from "vitest";
import type { GlobalPermission } from "./catalogue";
import type { Policy } from "./facts";
import { isEligible, policyViewer, VISITOR } from "./viewer";

const policy: Policy = {
  version: 1,
  globalRoles: new Map<string, ReadonlySet<GlobalPermission>>([
    ["anonymous", new Set(["directory.view", "group.bypass"] as const)],
    ["authenticated", new Set(["profile.view"] as const)],
    ["member", new Set(["group.request"] as const)],
    ["blue", new Set(["group.overview"] as const)],
  ]),
  types: new Map(),
};
const account = { id: "a", active: true, owner: false };

describe("a viewer", () => {
  it("with an account holds what every account holds, and what their roles hold", () => {
    const viewer = policyViewer(policy, account, ["member"]);
    expect(viewer.account).toEqual(account);
    expect([...viewer.globalRoles].sort()).toEqual(["authenticated", "member"]);
    expect([...viewer.globalPermissions].sort()).toEqual(["group.request", "profile.view"]);
  });

  it("with an account never holds the role of those without one", () => {
    const viewer = policyViewer(policy, account, ["anonymous"]);
    expect([...viewer.globalRoles]).toEqual(["authenticated"]);
    expect([...viewer.globalPermissions]).toEqual(["profile.view"]);
  });

  it("without an account holds one role, and of its rights those that are possible", () => {
    const viewer = policyViewer(policy, null, ["member", "authenticated"]);
    expect(viewer.account).toBeNull();
    expect([...viewer.globalRoles]).toEqual(["anonymous"]);
    expect([...viewer.globalPermissions]).toEqual(["directory.view"]);
  });

  it("holds nothing by a role that is gone", () => {
    expect([...policyViewer(policy, account, ["gone"]).globalPermissions]).toEqual(["profile.view"]);
    expect([...policyViewer({ ...policy, globalRoles: new Map() }, null, []).globalPermissions]).toEqual([]);
  });

  it("who is nobody is a visitor", () => {
    expect(VISITOR).toEqual({ account: null, globalRoles: new Set(["anonymous"]), globalPermissions: new Set() });
  });
});

describe("eligible", () => {
  const viewer = policyViewer(policy, account, ["member"]);

  it("is everybody where no role is listed, else who holds one, and every site owner", () => {
    expect(isEligible(VISITOR, { eligibleRoles: [] })).toBe(true);
    expect(isEligible(viewer, { eligibleRoles: [] })).toBe(true);
    expect(isEligible(viewer, { eligibleRoles: ["blue", "member"] })).toBe(true);
    expect(isEligible(viewer, { eligibleRoles: ["blue"] })).toBe(false);
    expect(isEligible(policyViewer(policy, { ...account, owner: true }, []), { eligibleRoles: ["blue"] })).toBe(true);
  });

  it("is no visitor where a role is listed, whichever it is", () => {
    expect(isEligible(VISITOR, { eligibleRoles: ["anonymous"] })).toBe(false);
  });
});
