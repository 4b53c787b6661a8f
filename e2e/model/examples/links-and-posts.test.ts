import { describe, expect, it } from "vitest";
import { asks, does, given, inScouts, look } from "./given";

const byLink = { link: "l1" };
const usual = (scouts = {}, l1 = {}) =>
  given({
    ...{
      globalRoles: { member: ["group.request"], blue: [] },
      people: { alice: { roles: ["member"] }, bob: {}, pia: {} },
    },
    columns: { outsider: ["member.join"], member: ["member.leave"], porter: ["link.manage"] },
    ...{ groups: { scouts: { hidden: true, open: true, members: { pia: ["porter"] }, ...scouts } }, links: { l1 } },
  });

describe("a join link (§8)", () => {
  it("shows the way into a hidden group, and is used once for each who gets in", () => {
    const model = usual({}, { maxUses: 1 });
    expect(does(model, "anonymous", "open-link", byLink)).toBe("open");
    expect(does(model, "anonymous", "join", byLink)).toBe("sign-in");
    expect(does(model, "pia", "join", byLink)).toBe("already-member");
    expect(does(model, "alice", "join", byLink)).toBe("joined");
    expect(does(model, "bob", "open-link", byLink)).toBe("used-up");
    expect(look(model).audit).toEqual(["link.used", "member.joined"]);
  });

  it("replaces neither group.request nor eligibility", () => {
    expect(does(usual(), "bob", "join", byLink)).toBe("needs-request-permission");
    expect(does(usual({ eligibleRoles: ["blue"] }), "alice", "join", byLink)).toBe("not-eligible");
  });

  it("that always asks makes a request where one would have joined", () => {
    const model = usual({}, { asksApproval: true });
    expect(does(model, "alice", "join", byLink)).toBe("requested");
    expect(does(model, "alice", "join", byLink)).toBe("already-pending");
    expect(does(model, "alice", "join", inScouts)).toBe("joined");
    expect(look(model).audit).toEqual(["link.used", "member.joined", "request.closed", "request.made"]);
  });

  it("expires with time, and says the first of its states", () => {
    const model = usual({}, { expires: "+1h", by: "pia" });
    does(model, "", "wait", { for: "61m" });
    expect(does(model, "bob", "open-link", byLink)).toBe("expired");
    expect(does(model, "pia", "pause-link", byLink)).toBe("changed");
    expect(does(model, "bob", "open-link", byLink)).toBe("paused");
    does(model, "root", "remove-member", { account: "pia", ...inScouts });
    expect(does(model, "bob", "open-link", byLink)).toBe("unavailable");
    expect(does(model, "root", "rotate-link", byLink)).toBe("changed");
    expect(does(model, "bob", "open-link", byLink)).toBe("paused");
    expect(does(model, "root", "revoke-link", byLink)).toBe("changed");
    expect(does(model, "root", "resume-link", byLink)).toBe("revoked");
  });

  it("is told to its maker when somebody else revokes it, not when it is paused", () => {
    const model = usual({}, { by: "pia" });
    does(model, "root", "pause-link", byLink);
    does(model, "root", "revoke-link", byLink);
    does(model, "root", "revoke-link", byLink);
    expect(look(model).notified.pia).toEqual(["link.revoked"]);
  });

  it("is unavailable while the group is internal, and gone with it", () => {
    const model = usual({ internal: true });
    expect(does(model, "alice", "join", byLink)).toBe("unavailable");
    does(model, "root", "delete-group", inScouts);
    expect(does(model, "alice", "join", byLink)).toBe("not-found");
  });

  it("is revoked for good with its maker's account", () => {
    const model = usual({}, { by: "pia" });
    does(model, "root", "deactivate", { account: "pia" });
    does(model, "root", "reactivate", { account: "pia" });
    expect(does(model, "alice", "open-link", byLink)).toBe("revoked");
  });
});

describe("a post (§10)", () => {
  const posts = (scouts = {}) =>
    given({
      columns: {
        outsider: ["group.view", "post.edit-own"],
        member: ["post.view", "post.create", "post.edit-own"],
        editor: ["post.view-unpublished", "post.edit-any"],
      },
      people: { alice: {}, bob: {}, eve: {} },
      groups: { scouts: { members: { alice: [], bob: [], eve: ["editor"] }, ...scouts } },
      posts: { p1: {}, draft: { published: false } },
    });
  const [p1, draft] = [{ post: "p1" }, { post: "draft" }];

  it("is one's own for its author alone", () => {
    const model = posts();
    expect(asks(model, "alice", "post.edit-own", p1)).toBe("allow granted member");
    expect(asks(model, "bob", "post.edit-own", p1)).toBe("deny not-granted");
    expect(asks(model, "eve", "post.edit-own", p1)).toBe("deny not-granted");
    expect(does(model, "bob", "edit-post", p1)).toBe("not-permitted");
    expect(does(model, "eve", "edit-post", p1)).toBe("changed");
    expect(look(model).notified.alice).toEqual(["post.edited"]);
  });

  it("that is a draft is there for its author and for those who view drafts", () => {
    const model = posts();
    expect(asks(model, "alice", "post.view", draft)).toBe("allow author");
    expect(asks(model, "bob", "post.view", draft)).toBe("deny not-granted");
    expect(asks(model, "eve", "post.view", draft)).toBe("allow granted editor");
    expect(does(model, "bob", "edit-post", draft)).toBe("not-found");
  });

  it("follows its unpublished group, but for the author's own draft", () => {
    const model = posts({ published: false });
    expect(asks(model, "alice", "post.view", p1)).toBe("deny unpublished");
    expect(asks(model, "alice", "post.view", draft)).toBe("allow author");
    expect(does(model, "alice", "see", p1)).toBe("hidden");
    expect(does(model, "alice", "see", draft)).toBe("visible");
  });

  it("of somebody who left is asked of the outsider's columns, and not there if it may not be viewed", () => {
    const model = posts({ open: true });
    does(model, "root", "remove-member", { account: "alice", ...inScouts });
    expect(asks(model, "alice", "post.edit-own", p1)).toBe("allow granted outsider");
    expect(does(model, "alice", "edit-post", p1)).toBe("not-found");
    expect(does(model, "alice", "edit-post", draft)).toBe("changed");
  });
});
