import { describe, expect, it } from "vitest";
import { does, given, inScouts, look } from "./given";

const usual = () =>
  given({
    globalRoles: {
      staff: ["people.administer", "permission.administer", "type.administer"],
      keys: ["group.bypass", "type.administer", "audit.view"],
      ...{ member: ["group.request"], voice: [], cook: ["setting.administer"] },
    },
    people: {
      ...{ stan: { roles: ["staff", "member"] }, kay: { roles: ["keys"] }, cora: { roles: ["cook"] } },
      ...{ alice: { roles: ["member"] }, sue: { roles: ["staff"] }, zed: { owner: true, active: false } },
    },
    ...{ columns: { outsider: ["group.view"], admin: [] }, groups: { scouts: {}, choir: { confers: ["voice"] } } },
  });

describe("accounts", () => {
  const cases = [
    ["only those who may administer people", "alice", "deactivate", "stan", "not-permitted"],
    ["nobody touches a site owner from below, nor an inactive one", "stan", "reactivate", "zed", "exceeds-own"],
    ["nor somebody with a permission that one lacks", "stan", "deactivate", "kay", "exceeds-own"],
    ["an equal is touched", "stan", "deactivate", "sue", "changed"],
    ["the harmless five raise nobody", "stan", "delete-account", "alice", "deleted"],
    ["the last active owner stays", "root", "delete-account", "root", "last-owner"],
    ["and is not demoted", "root", "unmake-owner", "root", "last-owner"],
    ["an inactive owner is", "root", "unmake-owner", "zed", "changed"],
    ["owners are made by owners alone", "stan", "make-owner", "alice", "not-permitted"],
  ] as const;

  it.each(cases)("%s", (_title, who, verb, account, answer) => {
    expect(does(usual(), who, verb, { account })).toBe(answer);
  });

  it("are given a role by whoever holds it, and lose it only to whoever stands as high", () => {
    const model = usual();
    expect(does(model, "stan", "assign-global", { account: "alice", role: "voice" })).toBe("exceeds-own");
    expect(does(model, "stan", "assign-global", { account: "cora", role: "member" })).toBe("changed");
    expect(does(model, "stan", "unassign-global", { account: "cora", role: "cook" })).toBe("exceeds-own");
    expect(does(model, "root", "add-member", { account: "alice", group: "choir" })).toBe("added");
    expect(does(model, "root", "unassign-global", { account: "alice", role: "voice" })).toBe("conferred");
  });
});

describe("the tables", () => {
  it("a cell is granted as far as one's own reach goes, and revoked freely", () => {
    const model = usual();
    const cell = (permission: string, role = "admin") => ({ type: "squad", role, permission });
    expect(does(model, "alice", "grant", cell("group.edit"))).toBe("not-permitted");
    expect(does(model, "stan", "grant", cell("member.leave", "outsider"))).toBe("impossible");
    expect(does(model, "stan", "grant", cell("group.administer"))).toBe("exceeds-own");
    expect(does(model, "stan", "grant", cell("member.add"))).toBe("exceeds-own");
    expect(does(model, "stan", "grant", cell("group.edit"))).toBe("changed");
    expect(does(model, "kay", "grant", cell("group.administer"))).toBe("changed");
    expect(does(model, "stan", "revoke", cell("group.administer"))).toBe("changed");
    expect(look(model).audit).toEqual(["permission.granted", "permission.granted", "permission.revoked"]);
  });

  it("a type whose groups confer only what one holds is open, unless one of them leads", () => {
    const model = usual();
    does(model, "root", "configure-group", { group: "choir", confers: ["member"] });
    const cell = { type: "squad", role: "admin", permission: "request.decide" };
    does(model, "root", "appoint-leader", { ...inScouts, leaderGroup: "choir" });
    expect(does(model, "stan", "grant", cell)).toBe("exceeds-own");
    does(model, "root", "dismiss-leader", { ...inScouts, leaderGroup: "choir" });
    expect(does(model, "stan", "grant", cell)).toBe("changed");
  });

  it("a global permission is given by whoever holds it, and taken with all that goes", () => {
    const model = usual();
    const staff = (permission: string) => ({ role: "staff", permission });
    expect(does(model, "stan", "grant-global", { role: "anonymous", permission: "group.request" })).toBe("impossible");
    expect(does(model, "stan", "grant-global", staff("audit.view"))).toBe("exceeds-own");
    expect(does(model, "stan", "grant-global", staff("group.request"))).toBe("changed");
    expect(does(model, "stan", "revoke-global", { role: "keys", permission: "audit.view" })).toBe("exceeds-own");
    expect(does(model, "stan", "revoke-global", { role: "member", permission: "group.request" })).toBe("changed");
    expect(does(model, "stan", "delete-role", { role: "keys" })).toBe("exceeds-own");
    expect(does(model, "stan", "delete-role", { role: "voice" })).toBe("deleted");
    expect(does(model, "root", "delete-role", { role: "authenticated" })).toBe("built-in");
  });

  it("a role that is deleted in a type is told to those who had it", () => {
    const model = usual();
    does(model, "root", "add-member", { account: "alice", ...inScouts, roles: ["admin"] });
    look(model);
    expect(does(model, "stan", "delete-role", { type: "squad", role: "admin" })).toBe("deleted");
    expect(look(model)).toMatchObject({ notified: { alice: ["member.roles-changed"] } });
  });
});

describe("creating and configuring groups", () => {
  it("asks the right, the name, the flag, and what is conferred", () => {
    const model = given({
      ...{ globalRoles: { maker: ["group.create:squad"], voice: [] }, people: { mac: { roles: ["maker"] }, nan: {} } },
      ...{ columns: { admin: ["group.administer"] }, creator: { member: true, roles: ["admin"] } },
      settings: { reservedNames: ["Council"] },
    });
    const crew = { group: "crew", type: "squad" };
    expect(does(model, "nan", "create-group", { ...crew, group: "council" })).toBe("not-permitted");
    expect(does(model, "mac", "create-group", { ...crew, group: " COUNCIL" })).toBe("reserved-name");
    expect(does(model, "mac", "create-group", { ...crew, restricted: true })).toBe("restricted");
    expect(does(model, "mac", "create-group", { ...crew, confers: ["voice"] })).toBe("exceeds-own");
    expect(does(model, "mac", "create-group", { ...crew, open: true })).toBe("created");
    expect(look(model)).toMatchObject({ members: { crew: ["mac"] }, audit: ["group.created", "member.added"] });
  });
});
