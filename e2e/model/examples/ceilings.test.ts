import { describe, expect, it } from "vitest";
import { does, given, inScouts, look, member } from "./given";

const columns = {
  outsider: ["group.view"],
  member: ["group.view", "member.leave"],
  leader: ["group.configure"],
  admin: ["group.administer"],
  officer: ["member.add", "member.remove", "member.assign-roles", "leader.appoint"],
  porter: ["member.add"],
  scribe: ["post.view", "post.create"],
};

/** An admin, an officer who may do things to people, a porter who may only add, and plain members. */
const group = { members: { ada: ["admin"], olaf: ["officer"], pia: ["porter"], mia: [] } };
const people = { ada: {}, olaf: {}, pia: {}, mia: {}, new: {}, zed: { active: false } };
const usual = () => given({ columns, people, groups: { scouts: group, camp: { members: { new: [] } } } });

describe("in a group nobody gives what they do not hold", () => {
  const adding = [
    ["whoever lacks member.add adds nobody", "mia", "new", [], "not-permitted"],
    ["no account that is inactive is added", "pia", "zed", [], "not-found"],
    ["nobody is added twice", "pia", "mia", [], "already-member"],
    ["roles need the permission to assign them", "pia", "new", ["porter"], "exceeds-own"],
    ["a role with more than one's own is refused", "olaf", "new", ["scribe"], "exceeds-own"],
    ["a role with less is given", "olaf", "new", ["porter"], "added"],
    ["one with as much is given", "olaf", "new", ["officer"], "added"],
    ["whoever administers gives every role", "ada", "new", ["admin", "scribe"], "added"],
  ] as const;

  it.each(adding)("%s", (_title, who, account, roles, answer) => {
    expect(does(usual(), who, "add-member", { ...member(account), roles: [...roles] })).toBe(answer);
  });

  it("not even to themselves", () => {
    const model = usual();
    expect(does(model, "olaf", "set-member-roles", { ...member("olaf"), roles: ["officer", "admin"] })).toBe(
      "exceeds-own",
    );
    expect(does(model, "olaf", "set-member-roles", { ...member("olaf"), roles: ["porter"] })).toBe("changed");
    expect(look(model).audit).toEqual(["member.roles-changed"]);
  });

  it("what was there before is not given", () => {
    const model = usual();
    does(model, "root", "set-member-roles", { ...member("mia"), roles: ["scribe"] });
    expect(does(model, "olaf", "set-member-roles", { ...member("mia"), roles: ["scribe", "porter"] })).toBe("changed");
  });

  it("and adds themselves to no group that confers a role which they do not hold, but others", () => {
    const model = given({
      ...{ globalRoles: { voice: [], keys: ["group.bypass"] }, columns, groups: { scouts: { confers: ["voice"] } } },
      people: { kay: { roles: ["keys"] }, new: {} },
    });
    expect(does(model, "kay", "add-member", member("kay"))).toBe("exceeds-own");
    expect(does(model, "kay", "add-member", member("new"))).toBe("added");
    expect(look(model).globalRoles).toMatchObject({ new: ["voice"], kay: ["keys"] });
  });
});

describe("nobody acts upward", () => {
  it("on a member who holds a high permission that one lacks", () => {
    const model = usual();
    expect(does(model, "olaf", "remove-member", member("ada"))).toBe("exceeds-own");
    expect(does(model, "olaf", "set-member-roles", { ...member("ada"), roles: [] })).toBe("exceeds-own");
    expect(does(model, "olaf", "remove-member", member("mia"))).toBe("removed");
    expect(does(model, "ada", "remove-member", member("olaf"))).toBe("removed");
  });

  it("on a leader, or on a leader group with somebody in it who stands above", () => {
    const model = usual();
    expect(does(model, "root", "appoint-leader", { ...inScouts, leaderGroup: "camp" })).toBe("changed");
    expect(does(model, "olaf", "appoint-leader", member("mia"))).toBe("exceeds-own");
    expect(does(model, "olaf", "dismiss-leader", { ...inScouts, leaderGroup: "camp" })).toBe("exceeds-own");
    expect(does(model, "ada", "dismiss-leader", { ...inScouts, leaderGroup: "camp" })).toBe("changed");
  });

  it("nor by another list of eligible roles, nor by an until", () => {
    const model = given({
      ...{ globalRoles: { blue: [] }, people: { ...people, olaf: { roles: ["blue"] } } },
      columns: { ...columns, officer: ["group.configure", "member.administer"] },
      groups: { scouts: { members: { ada: ["admin"], olaf: ["officer"] } } },
    });
    expect(does(model, "olaf", "configure-group", { ...inScouts, eligibleRoles: ["blue"] })).toBe("exceeds-own");
    expect(does(model, "olaf", "set-until", { ...member("ada"), until: "+1d" })).toBe("exceeds-own");
    expect(does(model, "olaf", "set-until", { ...member("ada"), until: "never" })).toBe("changed");
  });

  it("in a restricted group one's own removal counts like any other", () => {
    const model = given({
      ...{ globalRoles: { blue: [] }, columns, people },
      groups: { scouts: { restricted: true, members: { ada: ["admin"] } } },
    });
    expect(does(model, "ada", "configure-group", { ...inScouts, eligibleRoles: ["blue"] })).toBe("restricted");
    expect(does(model, "ada", "configure-group", { ...inScouts, restricted: false })).toBe("restricted");
    expect(does(model, "ada", "set-until", { ...member("ada"), until: "never" })).toBe("restricted");
    expect(does(model, "ada", "configure-group", { ...inScouts, restricted: true, hidden: true })).toBe("changed");
  });
});

describe("the last administrator", () => {
  it("is not removed, demoted or given an end, but by an owner", () => {
    const model = given({
      columns: {
        ...columns,
        officer: [
          "member.administer",
          "group.configure",
          "group.delete",
          "leader.appoint",
          "post.edit-any",
          "post.delete-any",
        ],
      },
      ...{
        people: { ...people, lea: {} },
        groups: { scouts: { ...group, leaders: { accounts: [], groups: ["camp"] } }, camp: { members: { lea: [] } } },
      },
    });
    expect(does(model, "ada", "remove-member", member("ada"))).toBe("last-admin");
    expect(does(model, "ada", "set-member-roles", { ...member("ada"), roles: ["officer"] })).toBe("last-admin");
    expect(does(model, "ada", "set-until", { ...member("ada"), until: "+1d" })).toBe("last-admin");
    expect(does(model, "root", "set-until", { ...member("ada"), until: "+1d" })).toBe("changed");
    expect(does(model, "root", "remove-member", member("ada"))).toBe("removed");
  });
});
