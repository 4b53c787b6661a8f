import { describe, expect, it } from "vitest";
import { does, given, inScouts, look, member } from "./given";

const usual = (scouts = {}, settings = {}) =>
  given({
    ...{ globalRoles: { member: ["group.request"], voice: [] }, settings },
    columns: { outsider: ["group.view", "member.join"], member: ["member.leave"], officer: ["request.decide"] },
    people: { alice: { roles: ["member"] }, lea: {}, una: {}, olaf: {}, mia: {}, olga: { owner: true } },
    groups: {
      council: { members: { una: [] } },
      scouts: {
        members: { olaf: ["officer"], mia: [] },
        leaders: { accounts: ["lea"], groups: ["council"] },
        ...scouts,
      },
    },
  });

describe("of a request (SCENARIOS) are told", () => {
  it("leaders, members of leader groups, and members who may decide", () => {
    const model = usual();
    does(model, "alice", "join", inScouts);
    const told = ["request.made"];
    expect(look(model).notified).toEqual({
      lea: told,
      una: told,
      olaf: told,
      ...{ alice: [], mia: [], olga: [], root: [] },
    });
  });

  it("the active site owners instead, if the group is restricted", () => {
    const model = usual({ restricted: true });
    does(model, "olga", "join", inScouts);
    expect(look(model).notified).toMatchObject({ lea: [], olaf: [], root: ["request.made"], olga: [] });
  });

  it("nobody, if that is the setting", () => {
    const model = usual({}, { notifyLeaders: false });
    does(model, "alice", "join", inScouts);
    expect(look(model)).toMatchObject({ notified: { lea: [], olaf: [] }, audit: ["request.made"] });
  });
});

describe("an event", () => {
  it("is told to whom others did something, never to the actor", () => {
    const model = usual();
    does(model, "root", "add-member", member("root"));
    does(model, "root", "add-member", member("alice"));
    expect(look(model).notified).toMatchObject({ root: [], alice: ["member.added"] });
  });

  it("that follows from one's own step without being wanted is told to oneself", () => {
    const model = usual({ open: true, confers: ["voice"] });
    does(model, "root", "configure-group", { group: "council", eligibleRoles: ["voice"] });
    does(model, "mia", "leave", inScouts);
    expect(look(model).notified.mia).toEqual(["account.role-taken"]);
  });

  it("is one for each setting, and none where nothing changes", () => {
    const model = usual();
    does(model, "root", "set", { autoLeave: true, notifyLeaders: false });
    expect(look(model).audit).toEqual(["setting.changed", "setting.changed"]);
    does(model, "root", "set", { autoLeave: true });
    does(model, "root", "configure-group", { ...inScouts, open: false });
    does(model, "root", "appoint-leader", member("lea"));
    expect(look(model).audit).toEqual([]);
  });

  it("is looked at once", () => {
    const model = usual();
    does(model, "root", "remove-member", member("mia"));
    expect(look(model)).toMatchObject({ notified: { mia: ["member.removed"] }, audit: ["member.removed"] });
    expect(look(model)).toMatchObject({ notified: { mia: [] }, audit: [] });
  });
});
