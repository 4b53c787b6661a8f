import { describe, expect, it } from "vitest";
import type { GlobalPermission } from "./catalogue";
import { decide, decideGlobal, decidePost, decideView, draftPermission, sees, seesPost, setOf } from "./decide";
import type { PolicyViewer, Standing } from "./facts";
import type { World } from "./proof/oracle.test-kit";
import { asking, NOTHING } from "./proof/worlds.test-kit";

const world = (differently: Partial<World>, roles: Partial<World["roles"]> = {}): World => ({
  ...NOTHING,
  ...differently,
  roles: { ...NOTHING.roles, ...roles },
});
const member: Standing = { ...NOTHING.standing, member: true };

describe("a decision says who was asked as whom, and by what", () => {
  it("by the roles that hold it or imply it", () => {
    const { viewer, situation } = asking(
      world(
        { standing: { ...member, roles: ["officer"], leads: true }, insider: { blue: ["member.add"] } },
        { member: ["member.administer"], leader: ["member.add"], custom: { officer: ["group.edit"] } },
      ),
    );
    expect(decide(viewer, situation, "member.add")).toEqual({
      allowed: true,
      rule: "granted",
      audience: "member",
      roles: ["member", "leader"],
    });
    expect(setOf(viewer, situation).map(({ name }) => name)).toEqual(["member", "leader", "officer"]);
  });

  it("by the roles that administer, and by none under any other rule", () => {
    const granted = { member: ["group.administer", "group.edit"], leader: ["group.edit"] };
    const { viewer, situation } = asking(world({ standing: { ...member, leads: true } }, granted));
    expect(decide(viewer, situation, "group.edit").roles).toEqual(["member"]);
    const owner: PolicyViewer = { ...viewer, account: { id: "me", active: true, owner: true } };
    expect(decide(owner, situation, "group.edit")).toEqual({
      allowed: true,
      rule: "owner",
      audience: "member",
      roles: [],
    });
  });
});

describe("a visitor has no standing, whatever the facts say", () => {
  it("so that neither membership nor leadership speaks for one", () => {
    const { viewer, situation } = asking(
      world(
        {
          who: { ...NOTHING.who, account: "none" },
          hidden: true,
          standing: { ...member, leads: true, pending: "join" },
        },
        { member: ["group.view"], leader: ["group.view"] },
      ),
    );
    expect(decide(viewer, situation, "group.view").rule).toBe("not-visible");
    expect(decide(viewer, situation, "group.edit").rule).toBe("impossible");
    expect(sees(viewer, situation)).toBe(false);
  });
});

describe("the flags that a decision never asks", () => {
  it("change nothing", () => {
    const { viewer, situation } = asking(world({}, { outsider: ["group.view"] }));
    const group = { ...situation.group, open: true, public: true, restricted: true, confers: ["blue"] };
    expect(decide(viewer, { ...situation, group }, "group.view")).toEqual(decide(viewer, situation, "group.view"));
  });
});

describe("the page of a group", () => {
  const view = (one: World) => {
    const { viewer, situation } = asking(one);
    return decideView(viewer, situation).allowed;
  };

  it("opens by the permission that fits how the group stands", () => {
    expect(view(world({}, { outsider: ["group.view"] }))).toBe(true);
    expect(view(world({}, { outsider: ["group.view-unpublished"] }))).toBe(false);
    expect(view(world({ published: false }, { outsider: ["group.view"] }))).toBe(false);
    expect(view(world({ published: false }, { outsider: ["group.view-unpublished"] }))).toBe(true);
  });

  it("opens to its creator by the permission for one's own", () => {
    const own = { outsider: ["group.view-own-unpublished"] };
    const created = { ...NOTHING.who, created: true };
    expect(view(world({ published: false }, own))).toBe(false);
    expect(view(world({ published: false, who: created }, own))).toBe(true);
    expect(view(world({ published: false, who: created }))).toBe(false);
    expect(view(world({ published: true, who: created }, own))).toBe(false);
    expect(view(world({ published: false, who: created }, { outsider: ["group.view-unpublished"] }))).toBe(true);
  });

  it("is a group's creator only with an account", () => {
    const { viewer, situation } = asking(
      world({ published: false, who: { ...NOTHING.who, account: "none" } }, { anonymous: ["group.view"] }),
    );
    const orphan = { ...situation, group: { ...situation.group, creatorId: null } };
    expect(decideView(viewer, orphan).allowed).toBe(false);
  });
});

describe("a draft", () => {
  const draft = { mine: true, published: false };
  const blind = asking(world({ standing: member, published: false }));

  it("is asked as unpublished, whatever else is asked of it", () => {
    expect(draftPermission("post.view", draft)).toBe("post.view-unpublished");
    expect(draftPermission("post.view", { ...draft, published: true })).toBe("post.view");
    expect(draftPermission("post.edit-own", draft)).toBe("post.edit-own");
  });

  it("is read by its author while they see the group, even one that is not published", () => {
    expect(decidePost(blind.viewer, blind.situation, draft, "post.view")).toEqual({
      allowed: true,
      rule: "author",
      audience: "member",
      roles: [],
    });
    expect(decidePost(blind.viewer, blind.situation, { ...draft, mine: false }, "post.view").rule).toBe("unpublished");
    const gone = asking(world({ hidden: true }));
    expect(decidePost(gone.viewer, gone.situation, draft, "post.view").rule).toBe("not-visible");
  });

  it("is nobody's where posts are switched off", () => {
    const off = asking(world({ standing: member, posts: false }));
    expect(decidePost(off.viewer, off.situation, draft, "post.view").rule).toBe("impossible");
  });

  it("names the roles that read it, not its author, where both do", () => {
    const reading = asking(world({ standing: member }, { member: ["post.view-unpublished"] }));
    expect(decidePost(reading.viewer, reading.situation, draft, "post.view")).toMatchObject({
      rule: "granted",
      roles: ["member"],
    });
  });
});

describe("another's post", () => {
  it("is no one's own, not even where any may be edited", () => {
    const { viewer, situation } = asking(world({ standing: member }, { member: ["post.edit-any"] }));
    const theirs = { mine: false, published: true };
    expect(decidePost(viewer, situation, theirs, "post.edit-any").allowed).toBe(true);
    expect(decidePost(viewer, situation, theirs, "post.edit-own")).toEqual({
      allowed: false,
      rule: "not-granted",
      audience: "member",
      roles: [],
    });
    expect(decidePost(viewer, situation, { ...theirs, mine: true }, "post.edit-own").roles).toEqual(["member"]);
  });

  it("in a group that one does not see is not there", () => {
    const post = { mine: false, published: true };
    const unseen = asking(world({}, { outsider: ["post.view"] }));
    expect(decidePost(unseen.viewer, unseen.situation, post, "post.view").allowed).toBe(true);
    expect(seesPost(unseen.viewer, unseen.situation, post)).toBe(false);
    const seen = asking(world({}, { outsider: ["post.view", "group.view"] }));
    expect(seesPost(seen.viewer, seen.situation, post)).toBe(true);
    const closed = asking(world({}, { outsider: ["group.view"] }));
    expect(seesPost(closed.viewer, closed.situation, post)).toBe(false);
  });
});

describe("content that is switched off", () => {
  it("is impossible even for a site owner, and the rest of the table is not", () => {
    const { viewer, situation } = asking(world({ posts: false, who: { ...NOTHING.who, owner: true } }));
    expect(decide(viewer, situation, "post.view").rule).toBe("impossible");
    expect(decide(viewer, situation, "group.view").rule).toBe("owner");
  });

  it("is on where nothing is said of it", () => {
    const { viewer, situation } = asking(world({ posts: false }, { outsider: ["post.view"] }));
    const table = { ...situation.table, content: undefined };
    expect(decide(viewer, { ...situation, table }, "post.view").rule).toBe("granted");
  });
});

describe("a site-wide right", () => {
  const holding = (keys: readonly GlobalPermission[], account: PolicyViewer["account"]): PolicyViewer => ({
    account,
    globalRoles: new Set(),
    globalPermissions: new Set(keys),
  });
  const active = { id: "a", active: true, owner: false };

  it.each([
    ["inactive", false, holding(["audit.view"], { ...active, active: false })],
    ["inactive", false, holding(["audit.view"], { ...active, active: false, owner: true })],
    ["impossible", false, holding(["audit.view"], null)],
    ["owner", true, holding([], { ...active, owner: true })],
    ["granted", true, holding(["audit.view"], active)],
    ["not-granted", false, holding(["group.manage"], active)],
  ] as const)("%s: %s", (rule, allowed, viewer) => {
    expect(decideGlobal(viewer, "audit.view")).toEqual({ allowed, rule });
  });

  it("that is possible without an account is held by grant", () => {
    expect(decideGlobal(holding(["directory.view"], null), "directory.view").rule).toBe("granted");
    expect(decideGlobal(holding([], null), "directory.view").rule).toBe("not-granted");
    expect(decideGlobal(holding([], null), "group.create:squad").rule).toBe("impossible");
  });
});

describe("T50 whoever looks as somebody else", () => {
  const asMember = (onlooker: Partial<World>) => {
    const granted = { outsider: ["member.join"], member: ["group.view", "member.list", "member.leave", "post.create"] };
    const { viewer, situation } = asking(world({ standing: member, hidden: true }, granted));
    const behind = asking(world({ hidden: true, ...onlooker }, granted));
    const looked = { ...situation, onlooker: { viewer: behind.viewer, standing: behind.situation.standing } };
    return { viewer, situation, looked };
  };

  it("is shown nothing of a group that they do not see, and all that both hold in one that they do", () => {
    const stranger = asMember({});
    expect(sees(stranger.viewer, stranger.situation)).toBe(true);
    expect(sees(stranger.viewer, stranger.looked)).toBe(false);
    expect(decide(stranger.viewer, stranger.looked, "member.list")).toMatchObject({ allowed: false, roles: [] });
    const owner = asMember({ who: { ...NOTHING.who, owner: true } });
    expect(sees(owner.viewer, owner.looked)).toBe(true);
    expect(decide(owner.viewer, owner.looked, "member.list")).toMatchObject({ allowed: true, roles: ["member"] });
  });

  it("is offered the ways in and out of whom they look as, which show nothing", () => {
    const { viewer, looked } = asMember({});
    for (const key of ["member.leave", "post.create"] as const) expect(decide(viewer, looked, key).allowed).toBe(true);
    expect(decide(viewer, looked, "member.join").rule).toBe("impossible");
  });
});
