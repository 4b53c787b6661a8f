import { describe, expect, it } from "vitest";
import type { World } from "./proof/oracle.test-kit";
import { asking, NOTHING, tableOf } from "./proof/worlds.test-kit";
import { reach, reachHolds, seesHolds, seesReach } from "./reach";

const world = (differently: Partial<World>, roles: Partial<World["roles"]> = {}): World => ({
  ...NOTHING,
  ...differently,
  roles: { ...NOTHING.roles, ...roles },
});
const none = { admin: false, granted: false, unpublished: false, ownUnpublished: false };
const granted = { ...none, granted: true };
const visitor = { ...NOTHING.who, account: "none" } as const;
const inactive = { ...NOTHING.who, account: "inactive" } as const;

describe("the reach of a permission", () => {
  it("says by type what each standing gains", () => {
    const { viewer, policy } = asking(
      world(
        {
          who: { ...NOTHING.who, roles: ["blue"] },
          advancedOutsider: { blue: ["group.administer"], red: ["group.view"] },
          insider: { blue: ["group.view-unpublished"], red: ["group.administer"] },
        },
        {
          anonymous: ["group.administer"],
          outsider: ["group.view"],
          member: ["group.view"],
          leader: ["group.view-own-unpublished"],
          custom: { officer: ["group.view"], admin: ["group.administer"], idle: ["member.list"] },
        },
      ),
    );
    expect(reach(viewer, policy, "group.view")).toEqual({
      permission: "group.view",
      possible: { outside: true, member: true, leader: true },
      everything: false,
      manage: false,
      followsPublication: true,
      types: new Map([
        [
          "squad",
          {
            type: "squad",
            outside: { ...granted, admin: true },
            member: { ...granted, unpublished: true },
            roles: new Map([
              ["officer", granted],
              ["admin", { ...none, admin: true }],
            ]),
            leader: { ...none, ownUnpublished: true },
          },
        ],
      ]),
    });
  });

  it("of a visitor is what the Anonymous column gives", () => {
    const { viewer, policy } = asking(
      world({ who: visitor }, { anonymous: ["group.view"], outsider: ["member.list"] }),
    );
    const reached = reach(viewer, policy, "group.view");
    expect(reached.possible).toEqual({ outside: true, member: false, leader: false });
    expect(reached.types.get("squad")?.outside).toEqual(granted);
    expect(reach(viewer, policy, "group.edit").possible.outside).toBe(false);
  });

  it("of an inactive account is nothing", () => {
    const { viewer, policy } = asking(world({ who: inactive }, { outsider: ["group.view"] }));
    expect(reach(viewer, policy, "group.view").possible).toEqual({ outside: false, member: false, leader: false });
  });

  it("goes by who can hold it", () => {
    const { viewer, policy } = asking(NOTHING);
    expect(reach(viewer, policy, "member.join").possible).toEqual({ outside: true, member: false, leader: false });
    expect(reach(viewer, policy, "member.leave").possible).toEqual({ outside: false, member: true, leader: false });
    expect(reach(viewer, policy, "member.join").followsPublication).toBe(false);
    expect(reach(viewer, policy, "post.create").followsPublication).toBe(true);
  });

  it("is everything by bypassing, and what is managed by managing", () => {
    const bypasser = asking(world({ globalRoles: { authenticated: ["group.bypass"] } }));
    expect(reach(bypasser.viewer, bypasser.policy, "group.edit")).toMatchObject({ everything: true, manage: false });
    const manager = asking(world({ globalRoles: { authenticated: ["group.manage"] } }));
    expect(reach(manager.viewer, manager.policy, "audit.view")).toMatchObject({ everything: false, manage: true });
    expect(reach(manager.viewer, manager.policy, "group.edit").manage).toBe(false);
  });

  it("leaves out the types whose content is switched off, and holds no group of theirs", () => {
    const off = tableOf({ ...NOTHING, posts: false }, "club");
    const { viewer, policy, situation } = asking(world({ who: { ...NOTHING.who, owner: true } }), [off]);
    const reached = reach(viewer, policy, "post.view");
    expect([...reached.types.keys()]).toEqual(["squad"]);
    expect(reachHolds(reached, viewer, situation)).toBe(true);
    expect(reachHolds(reached, viewer, { ...situation, group: { ...situation.group, type: "club" } })).toBe(false);
    expect([...reach(viewer, policy, "group.view").types.keys()]).toEqual(["squad", "club"]);
  });
});

describe("a group that is not published", () => {
  const open = { outsider: ["group.view", "group.view-own-unpublished"] };
  const holds = (differently: Partial<World>, roles: Partial<World["roles"]>) => {
    const { viewer, policy, situation } = asking(world({ published: false, ...differently }, roles));
    return {
      read: reachHolds(reach(viewer, policy, "group.view"), viewer, situation),
      seen: seesHolds(seesReach(viewer, policy), viewer, situation),
    };
  };

  it("is within the reach of whoever made it, where that is granted, and of nobody else by that", () => {
    const maker = { who: { ...NOTHING.who, created: true } };
    expect(holds(maker, open)).toEqual({ read: true, seen: true });
    expect(holds({}, open)).toEqual({ read: false, seen: false });
    expect(holds(maker, { outsider: ["group.view"] })).toEqual({ read: false, seen: false });
    expect(holds(maker, { outsider: ["group.view-own-unpublished"] })).toEqual({ read: false, seen: true });
  });

  it("is within the reach of whoever reads all of them", () => {
    expect(holds({}, { outsider: ["group.view", "group.view-unpublished"] })).toEqual({ read: true, seen: true });
  });

  it("is reached by a role that the table knows, whatever other role stands on the membership", () => {
    const standing = { ...NOTHING.standing, member: true, roles: ["unknown", "officer"] };
    const roles = { member: ["group.view"], custom: { officer: ["group.view-unpublished"] } };
    expect(holds({ standing }, roles)).toEqual({ read: true, seen: true });
  });
});

describe("the reach of seeing", () => {
  it("says by type what an outsider sees, and leaves out the types where that is nothing", () => {
    const club = tableOf(world({}, { member: ["group.view"], leader: ["group.administer"] }), "club");
    const { viewer, policy } = asking(
      world({}, { outsider: ["group.view", "group.view-own-unpublished", "group.edit"] }),
      [club],
    );
    expect(seesReach(viewer, policy)).toEqual({
      nothing: false,
      everything: false,
      manage: false,
      own: true,
      types: new Map([
        ["squad", { type: "squad", admin: false, published: true, unpublished: false, ownUnpublished: true }],
      ]),
    });
  });

  it("of a visitor knows no groups of their own", () => {
    const { viewer, policy, situation } = asking(
      world({ who: visitor, standing: { member: true, roles: [], leads: true, pending: "join" } }),
    );
    expect(seesReach(viewer, policy)).toEqual({
      nothing: false,
      everything: false,
      manage: false,
      own: false,
      types: new Map(),
    });
    expect(seesHolds(seesReach(viewer, policy), viewer, situation)).toBe(false);
  });

  it("of an inactive account is nothing, of whoever bypasses everything, of whoever manages what is not internal", () => {
    const gone = asking(world({ who: inactive }));
    expect(seesReach(gone.viewer, gone.policy).nothing).toBe(true);
    const bypasser = asking(world({ globalRoles: { authenticated: ["group.bypass"] } }));
    expect(seesReach(bypasser.viewer, bypasser.policy)).toMatchObject({ everything: true, manage: false });
    const manager = asking(world({ globalRoles: { authenticated: ["group.manage"] } }));
    expect(seesReach(manager.viewer, manager.policy)).toMatchObject({ everything: false, manage: true });
  });
});
