import { describe, expect, it } from "vitest";
import { does, given, inScouts, look, member, type Said } from "./given";

const globalRoles = { member: ["group.request"], blue: [], spark: [] };
const columns = { outsider: ["group.view", "member.join"], member: ["member.leave"], admin: ["group.administer"] };
const world = (people: NonNullable<Said["people"]>, groups: NonNullable<Said["groups"]>) =>
  given({ globalRoles, columns, people, groups });

const asMember = { alice: { roles: ["member"] }, bob: {} };
const losesMember = { account: "alice", role: "member" };

describe("losing group.request (§7)", () => {
  it("ends every membership that is not public, internal ones too, and leaves alone who never held it", () => {
    const both = { members: { alice: [], bob: [] } };
    const model = world(asMember, { scouts: both, den: { ...both, internal: true }, plaza: { ...both, public: true } });
    does(model, "root", "unassign-global", losesMember);
    expect(look(model).members).toEqual({ scouts: ["bob"], den: ["bob"], plaza: ["alice", "bob"] });
  });

  it("closes pending joins, those in public groups not", () => {
    const model = world(asMember, { scouts: {}, plaza: { public: true } });
    for (const group of ["scouts", "plaza"]) does(model, "alice", "join", { group });
    does(model, "root", "revoke-global", { role: "member", permission: "group.request" });
    expect(look(model)).toMatchObject({
      pending: { scouts: [], plaza: ["alice"] },
      notified: { alice: ["request.closed"] },
    });
  });

  it("is not undone by a membership that itself gives it", () => {
    const model = world({ alice: { roles: ["member"] } }, { academy: { confers: ["member"], members: { alice: [] } } });
    does(model, "root", "unassign-global", losesMember);
    expect(look(model)).toMatchObject({ members: { academy: [] }, audit: ["account.role-taken", "member.pruned"] });
  });

  it("happens to an owner who is demoted", () => {
    const model = world({ rita: { owner: true } }, { scouts: { members: { rita: [] } } });
    does(model, "root", "unmake-owner", { account: "rita" });
    expect(look(model)).toMatchObject({
      members: { scouts: [] },
      notified: { rita: ["account.owner-unmade", "member.pruned"] },
    });
  });
});

describe("losing eligibility (§7)", () => {
  it("ends the membership unless it is public, flags the leadership, and runs on through what was conferred", () => {
    const model = world(
      { alice: { roles: ["spark"] } },
      {
        scouts: { eligibleRoles: ["spark"], confers: ["blue"], members: { alice: [] } },
        wing: { eligibleRoles: ["blue"], members: { alice: [] }, leaders: { accounts: ["alice"], groups: [] } },
        plaza: { public: true, eligibleRoles: ["blue"], members: { alice: [] } },
      },
    );
    does(model, "root", "unassign-global", { account: "alice", role: "spark" });
    expect(look(model)).toMatchObject({
      members: { scouts: [], wing: [], plaza: ["alice"] },
      audit: ["account.role-taken", "account.role-taken", "leader.not-eligible", "member.pruned", "member.pruned"],
    });
  });

  it("does not happen to whoever was not eligible before either", () => {
    const model = world({ alice: {} }, { scouts: { eligibleRoles: ["spark"], members: { alice: [] } } });
    does(model, "root", "configure-group", { ...inScouts, eligibleRoles: ["blue"] });
    expect(look(model).members.scouts).toEqual(["alice"]);
  });

  it("happens to a ring of groups that hold up one another", () => {
    const model = world(
      { alice: { roles: ["spark"] } },
      {
        reds: { eligibleRoles: ["spark", "blue"], confers: ["member"], members: { alice: [] } },
        blues: { eligibleRoles: ["member"], confers: ["blue"], members: { alice: [] } },
      },
    );
    does(model, "root", "unassign-global", { account: "alice", role: "spark" });
    expect(look(model)).toMatchObject({ members: { reds: [], blues: [] }, globalRoles: { alice: [] } });
  });

  it("of the last role on a list makes the group internal, and it owes a choice", () => {
    const model = world(
      { alice: { roles: ["blue"] } },
      { scouts: { eligibleRoles: ["blue"], members: { alice: ["admin"] } } },
    );
    does(model, "root", "delete-role", { role: "blue" });
    expect(look(model)).toMatchObject({
      members: { scouts: ["alice"] },
      notified: { alice: ["account.role-taken", "group.made-internal"] },
    });
    expect(does(model, "alice", "configure-group", { ...inScouts, internal: false })).toBe("needs-eligible-roles");
    expect(does(model, "alice", "configure-group", { ...inScouts, internal: false, eligibleRoles: [] })).toBe(
      "changed",
    );
  });
});

describe("what else follows (§7)", () => {
  it("a deactivated account is out of everything, and comes back to nothing", () => {
    const model = world(
      { ...asMember },
      { plaza: { public: true, members: { alice: [] }, leaders: { accounts: ["alice"], groups: [] } }, scouts: {} },
    );
    does(model, "alice", "join", inScouts);
    look(model);
    does(model, "root", "deactivate", { account: "alice" });
    expect(look(model)).toMatchObject({
      ...{ members: { plaza: [] }, pending: { scouts: [] } },
      audit: ["account.deactivated", "leader.dismissed", "member.pruned", "request.closed"],
    });
    does(model, "root", "reactivate", { account: "alice" });
    expect(look(model)).toMatchObject({ members: { plaza: [] }, globalRoles: { alice: ["member"] } });
  });

  it("a group that becomes internal closes what is pending", () => {
    const model = world(asMember, { scouts: {} });
    does(model, "alice", "join", inScouts);
    does(model, "root", "configure-group", { ...inScouts, internal: true });
    expect(look(model).pending.scouts).toEqual([]);
  });

  it("a group that becomes open carries out the joins that would now be carried out", () => {
    const model = world(
      { ...asMember, carl: { roles: ["member"] } },
      { scouts: { restricted: true, members: { bob: [] } } },
    );
    for (const who of ["alice", "carl"]) does(model, who, "join", inScouts);
    does(model, "root", "configure-group", { ...inScouts, open: true });
    expect(look(model).pending.scouts).toEqual(["alice", "carl"]);
    does(model, "root", "configure-group", { ...inScouts, restricted: false });
    expect(look(model)).toMatchObject({
      members: { scouts: ["alice", "bob", "carl"] },
      notified: { carl: ["request.approved"] },
    });
  });

  it("a public group that is public no more keeps its people, and closes joins that could not be asked", () => {
    const model = world(asMember, { plaza: { public: true, members: {} } });
    for (const who of ["alice", "bob"]) does(model, who, "join", { group: "plaza" });
    does(model, "root", "configure-group", { group: "plaza", public: false });
    expect(look(model).pending.plaza).toEqual(["alice"]);
  });

  it("an until that passes ends the membership, and the pending wish to leave with it", () => {
    const model = world(asMember, { scouts: { members: { alice: { roles: [], until: "+1d" } } } });
    does(model, "alice", "leave", inScouts);
    does(model, "", "wait", { for: "23h" });
    expect(look(model).members.scouts).toEqual(["alice"]);
    does(model, "", "wait", { for: "2h" });
    expect(look(model)).toMatchObject({ members: { scouts: [] }, audit: ["member.pruned", "request.closed"] });
  });

  it("a group that loses its last administrator by a rule is told of to the other owners", () => {
    const model = world(
      { olga: { owner: true }, alice: { roles: ["member"] }, bob: {} },
      { scouts: { members: { alice: ["admin"], bob: [] } } },
    );
    does(model, "root", "unassign-global", losesMember);
    expect(look(model).notified).toMatchObject({ olga: ["group.without-administrator"], root: [] });
  });

  it("a deleted group takes its people, its requests and its leading with it", () => {
    const model = world(asMember, {
      council: { members: { bob: [] } },
      scouts: { leaders: { accounts: [], groups: ["council"] } },
    });
    does(model, "alice", "join", { group: "council" });
    look(model);
    does(model, "root", "delete-group", { group: "council" });
    expect(look(model)).toMatchObject({
      audit: ["group.deleted", "leader.dismissed", "member.pruned", "request.closed"],
      notified: { alice: ["request.closed"], bob: ["member.pruned"] },
    });
    expect(does(model, "bob", "leave", member("bob", "council"))).toBe("not-found");
  });

  it("a deleted group is told of to those who led it, but not to who deletes it", () => {
    const model = world(asMember, { scouts: { leaders: { accounts: ["alice", "root"], groups: [] } } });
    does(model, "root", "delete-group", inScouts);
    expect(look(model)).toMatchObject({
      audit: ["group.deleted", "leader.dismissed", "leader.dismissed"],
      notified: { alice: ["leader.dismissed"], root: [] },
    });
  });
});
