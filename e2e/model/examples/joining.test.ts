import { describe, expect, it } from "vitest";
import { does, given, inScouts, look, member, type Said } from "./given";

const roles = { member: ["group.request"], blue: [] };
const columns = {
  outsider: ["group.view", "member.join"],
  member: ["member.leave"],
  leader: ["request.decide"],
  admin: ["group.administer"],
};
type Group = NonNullable<Said["groups"]>[string];
type Case = readonly [title: string, scouts: Group, who: string, answer: string];

const asking = (scouts: Group, more: Said = {}) =>
  given({
    ...{
      globalRoles: roles,
      columns,
      people: { alice: { roles: ["member"] }, bob: {}, lea: {}, zed: { active: false } },
    },
    ...{ groups: { scouts: { leaders: { accounts: ["lea"], groups: [] }, ...scouts } }, ...more },
  });

describe("joining", () => {
  const cases: readonly Case[] = [
    ["without an account one is asked to sign in", {}, "anonymous", "sign-in"],
    ["an inactive account is asked the same", { open: true }, "zed", "sign-in"],
    ["a hidden group is not found", { hidden: true }, "alice", "not-found"],
    ["its members are in already", { hidden: true, members: { alice: [] } }, "alice", "already-member"],
    ["internal is said before being in already", { internal: true, members: { alice: [] } }, "alice", "internal"],
    ["an internal group that one leads is not joined", { internal: true }, "lea", "internal"],
    [
      "not being eligible comes before being in already",
      { eligibleRoles: ["blue"], members: { alice: [] } },
      "alice",
      "not-eligible",
    ],
    ["a group that is not public needs group.request", { open: true }, "bob", "needs-request-permission"],
    ["a public one does not", { open: true, public: true }, "bob", "joined"],
    ["an open one lets in at once", { open: true }, "alice", "joined"],
    ["one that is not open asks somebody", {}, "alice", "requested"],
    ["a restricted one asks somebody, open or not", { open: true, restricted: true }, "alice", "requested"],
    ["a site owner asks like anybody", {}, "root", "requested"],
    ["a site owner joins an open one like anybody", { open: true }, "root", "joined"],
  ];

  it.each(cases)("%s", (_title, scouts, who, answer) => {
    expect(does(asking(scouts), who, "join", inScouts)).toBe(answer);
  });

  it("asking twice is pending, and becoming open makes it joined", () => {
    const model = asking({});
    expect(does(model, "alice", "join", inScouts)).toBe("requested");
    expect(does(model, "alice", "join", inScouts)).toBe("already-pending");
    does(model, "root", "configure-group", { group: "scouts", open: true });
    expect(look(model)).toMatchObject({ members: { scouts: ["alice"] }, pending: { scouts: [] } });
  });

  it("only asking permission makes a request even where the group is open", () => {
    const model = asking({ open: true }, { columns: { ...columns, outsider: ["group.view", "member.request"] } });
    expect(does(model, "alice", "join", inScouts)).toBe("requested");
  });

  it("neither permission is not-permitted", () => {
    const model = asking({ open: true }, { columns: { ...columns, outsider: ["group.view"] } });
    expect(does(model, "alice", "join", inScouts)).toBe("not-permitted");
  });
});

describe("leaving", () => {
  const cases: readonly Case[] = [
    ["whoever is not in does not leave", {}, "bob", "not-a-member"],
    ["an internal group is not left", { internal: true, members: { bob: [] } }, "bob", "internal"],
    ["an open one is left at once", { open: true, members: { bob: [] } }, "bob", "left"],
    ["the other asks", { members: { bob: [] } }, "bob", "leave-requested"],
    [
      "the last administrator stays while others do",
      { open: true, members: { bob: ["admin"], alice: [] } },
      "bob",
      "last-admin",
    ],
    ["alone they leave", { open: true, members: { bob: ["admin"] } }, "bob", "left"],
    [
      "an inactive administrator counts for none",
      { open: true, members: { bob: ["admin"], zed: ["admin"] } },
      "bob",
      "last-admin",
    ],
  ];

  it.each(cases)("%s", (_title, scouts, who, answer) => {
    expect(does(asking(scouts), who, "leave", inScouts)).toBe(answer);
  });

  it("leaves at once where that is the setting", () => {
    const model = asking({ members: { bob: [] } }, { settings: { autoLeave: true } });
    expect(does(model, "bob", "leave", inScouts)).toBe("left");
  });
});

describe("deciding a request", () => {
  const waiting = (scouts: Group) => {
    const model = asking(scouts);
    does(model, "alice", "join", inScouts);
    look(model);
    return model;
  };

  it("is a leader's, and tells the requester of the decision alone", () => {
    const model = waiting({});
    expect(does(model, "bob", "approve", member("alice"))).toBe("not-permitted");
    expect(does(model, "lea", "approve", { ...member("alice"), kind: "leave" })).toBe("wrong-kind");
    expect(does(model, "lea", "approve", member("alice"))).toBe("approved");
    expect(look(model)).toMatchObject({
      notified: { alice: ["request.approved"], lea: [] },
      audit: ["member.joined", "request.approved"],
    });
    expect(does(model, "lea", "approve", member("alice"))).toBe("no-request");
  });

  it("of a restricted group is a site owner's", () => {
    const model = waiting({ restricted: true });
    expect(does(model, "lea", "reject", member("alice"))).toBe("restricted");
    expect(does(model, "root", "reject", member("alice"))).toBe("rejected");
    expect(does(model, "alice", "join", inScouts)).toBe("requested");
  });

  it("is never one's own, not even a site owner's", () => {
    const model = asking({});
    does(model, "root", "join", inScouts);
    expect(does(model, "root", "approve", member("root"))).toBe("own-request");
    expect(does(model, "root", "withdraw", inScouts)).toBe("withdrawn");
    expect(does(model, "root", "withdraw", inScouts)).toBe("no-request");
  });

  it("asks the join list again, and the request stays", () => {
    const model = waiting({});
    does(model, "root", "revoke", { type: "squad", role: "outsider", permission: "member.join" });
    expect(does(model, "lea", "approve", member("alice"))).toBe("requester-not-permitted");
    expect(look(model).pending.scouts).toEqual(["alice"]);
  });

  it("asks about the last administrator again, unless a site owner approves", () => {
    const model = asking({ members: { alice: ["admin"], bob: ["admin"] } });
    does(model, "alice", "leave", inScouts);
    does(model, "root", "remove-member", member("bob"));
    does(model, "root", "add-member", member("bob"));
    expect(does(model, "lea", "approve", member("alice"))).toBe("last-admin");
    expect(does(model, "root", "approve", member("alice"))).toBe("approved");
  });
});
