import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, decidePost } from "./decide";
import { explain, explainGlobal, mayExplain } from "./explain";
import type { World } from "./proof/oracle.test-kit";
import { asking, groupKeys, NOTHING, TAPE, worldFrom } from "./proof/worlds.test-kit";

const world = (differently: Partial<World>, roles: Partial<World["roles"]> = {}): World => ({
  ...NOTHING,
  ...differently,
  roles: { ...NOTHING.roles, ...roles },
});
const member = { ...NOTHING.standing, member: true };
const rules = ["inactive", "impossible", "owner", "bypass", "manage", "admin", "not-visible", "unpublished", "granted"];

describe("a trace", () => {
  it("tells every step, what each column says, and what would turn the answer", () => {
    const question = {
      ...asking(
        world(
          { standing: { ...member, roles: ["officer"] }, globalRoles: { anonymous: [], authenticated: [], red: [] } },
          { outsider: ["group.edit"], member: ["group.view"], custom: { officer: [], admin: ["group.edit"] } },
        ),
      ),
      permission: "group.edit" as const,
    };
    const trace = explain(question);
    expect(trace.asked).toBe("group.edit");
    expect(trace.decision).toEqual(decide(question.viewer, question.situation, "group.edit"));
    expect(trace.sees).toBe(true);
    expect(trace.steps.map(({ rule, outcome, allows }) => [rule, outcome, allows])).toEqual([
      ...rules.map((rule) => [rule, "silent", ["owner", "bypass", "manage", "admin", "granted"].includes(rule)]),
      ["not-granted", "spoke", false],
    ]);
    expect(trace.columns).toEqual([
      { name: "member", kind: "member", globalRole: null, gives: null, impossible: null },
      { name: "officer", kind: "custom", globalRole: null, gives: null, impossible: null },
    ]);
    expect(trace.changes).toEqual([
      { kind: "hold-global", permission: "group.bypass" },
      { kind: "end-membership" },
      { kind: "hold-group-role", role: "admin" },
      { kind: "grant-cell", column: "member", permission: "group.edit" },
      { kind: "grant-cell", column: "member", permission: "group.administer" },
      { kind: "grant-cell", column: "officer", permission: "group.edit" },
      { kind: "grant-cell", column: "officer", permission: "group.administer" },
    ]);
  });

  it("stops asking at the step that spoke", () => {
    const question = { ...asking(world({ hidden: true })), permission: "group.view" as const };
    const trace = explain(question);
    expect(trace.sees).toBe(false);
    expect(trace.steps.slice(5).map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ["admin", "silent"],
      ["not-visible", "spoke"],
      ["unpublished", "not-asked"],
      ["granted", "not-asked"],
      ["not-granted", "not-asked"],
    ]);
  });

  it("has a label for every step", () => {
    const post = { mine: true, published: false };
    const { steps } = explain({ ...asking(NOTHING), permission: "post.view", post });
    expect(steps.map(({ rule, label }) => [rule, label])).toEqual([
      ["inactive", "The account is inactive"],
      ["impossible", "Impossible for whoever stands like this"],
      ["owner", "Site owner"],
      ["bypass", "Bypasses group access"],
      ["manage", "Manages all groups"],
      ["admin", "Administers this group"],
      ["not-visible", "The group is kept from them"],
      ["unpublished", "The group is not published"],
      ["granted", "A role grants it"],
      ["not-granted", "No role grants it"],
      ["author", "Wrote it"],
    ]);
  });

  it("says how each column gives it, and which cannot", () => {
    const columns = (permission: "member.add" | "member.leave", roles: Partial<World["roles"]>) =>
      explain({ ...asking(world({ standing: { ...member, leads: true } }, roles)), permission }).columns.map(
        ({ name, gives, impossible }) => [name, gives, impossible],
      );
    expect(columns("member.add", { member: ["member.administer"], leader: ["member.add"] })).toEqual([
      ["member", "implied", null],
      ["leader", "cell", null],
    ]);
    expect(columns("member.leave", { member: ["group.administer", "member.leave"], leader: [] })).toEqual([
      ["member", "admin", null],
      ["leader", null, "Leading is not a membership: a leader who is inside leaves by what members may do."],
    ]);
  });

  it("shows the global role that a column is tied to", () => {
    const blue = { ...NOTHING.who, roles: ["blue"] };
    const { columns } = explain({
      ...asking(world({ who: blue, advancedOutsider: { blue: ["group.view"] } })),
      permission: "group.view",
    });
    expect(columns[1]).toEqual({
      name: "outsider:blue",
      kind: "advanced-outsider",
      globalRole: "blue",
      gives: "cell",
      impossible: null,
    });
  });

  it("follows somebody who came by a link", () => {
    const question = {
      ...asking(world({ hidden: true }, { outsider: ["member.join"] })),
      permission: "member.join" as const,
    };
    expect(explain(question).changes).toContainEqual({ kind: "come-by-link" });
    const byLink = explain({ ...question, how: { byLink: true } });
    expect(byLink.decision.rule).toBe("granted");
    expect(byLink.steps.find(({ rule }) => rule === "granted")?.outcome).toBe("spoke");
  });
});

describe("the trace of a post", () => {
  const draft = { mine: true, published: false };

  it("ends with its author, who overrules the step that spoke", () => {
    const trace = explain({ ...asking(world({ standing: member })), permission: "post.view", post: draft });
    expect(trace.asked).toBe("post.view-unpublished");
    expect(trace.decision.rule).toBe("author");
    expect(trace.steps.slice(-3).map(({ rule, outcome, allows }) => [rule, outcome, allows])).toEqual([
      ["granted", "silent", true],
      ["not-granted", "overruled", false],
      ["author", "spoke", true],
    ]);
  });

  it("says that another's is not one's own", () => {
    const question = {
      ...asking(world({ standing: member }, { member: ["post.edit-own"] })),
      permission: "post.edit-own" as const,
      post: { mine: false, published: true },
    };
    const trace = explain(question);
    expect(trace.decision).toEqual(decidePost(question.viewer, question.situation, question.post, "post.edit-own"));
    expect(trace.steps.slice(-3).map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ["granted", "overruled"],
      ["not-granted", "spoke"],
      ["author", "not-asked"],
    ]);
  });
});

describe("what would turn an answer", () => {
  const changes = (one: World, permission: (typeof groupKeys)[number]) =>
    explain({ ...asking(one), permission }).changes.map((change) => JSON.stringify(change));
  const one = (change: object) => JSON.stringify(change);

  it("for a visitor is signing in, and never what needs an account", () => {
    const visitor = { ...NOTHING.who, account: "none" } as const;
    const found = changes(world({ who: visitor }, { outsider: ["group.view"] }), "group.view");
    expect(found).toEqual([
      one({ kind: "sign-in" }),
      one({ kind: "grant-cell", column: "anonymous", permission: "group.view" }),
    ]);
  });

  it("for an inactive account is being active", () => {
    const gone = { ...NOTHING.who, account: "inactive" } as const;
    expect(changes(world({ who: gone }, { outsider: ["group.view"] }), "group.view")).toEqual([
      one({ kind: "activate" }),
    ]);
    const joining = world({ who: gone }, { anonymous: ["group.view"], outsider: ["member.join"] });
    expect(changes(joining, "member.join"), "and still an account").toEqual([one({ kind: "activate" })]);
    const own = { outsider: ["group.view", "group.view-own-unpublished"] };
    const maker = world({ who: { ...gone, created: true }, published: false }, own);
    expect(changes(maker, "group.view"), "and still the one who made it").toEqual([one({ kind: "activate" })]);
    expect(changes(world({}, { outsider: ["group.view"] }), "group.view")).not.toContain(one({ kind: "activate" }));
  });

  it("is a global role held or lost, the built-in ones left alone", () => {
    const globalRoles = { anonymous: [], authenticated: [], blue: [], red: [] };
    const who = { ...NOTHING.who, roles: ["blue"] };
    const advancedOutsider = { blue: ["group.edit"], red: ["group.delete"] };
    const here = world({ globalRoles, who, advancedOutsider });
    expect(changes(here, "group.edit")).toContain(one({ kind: "lose-global-role", role: "blue" }));
    expect(changes(here, "group.delete")).toContain(one({ kind: "hold-global-role", role: "red" }));
    const tied = world({
      globalRoles,
      advancedOutsider: { authenticated: ["group.edit"], anonymous: ["group.delete"] },
    });
    expect(changes(tied, "group.edit").join()).not.toContain("global-role");
    expect(changes(tied, "group.delete").join()).not.toContain("global-role");
  });

  it("is a site-wide right held or lost", () => {
    const manager = world({ globalRoles: { anonymous: [], authenticated: ["group.manage"] } });
    expect(changes(manager, "member.list")).toContain(one({ kind: "lose-global", permission: "group.manage" }));
    expect(changes(NOTHING, "member.list")).toContain(one({ kind: "hold-global", permission: "group.manage" }));
    expect(changes(NOTHING, "member.list")).toContain(one({ kind: "hold-global", permission: "group.bypass" }));
  });

  it("is a standing gained or lost, a new membership without roles and with nothing pending", () => {
    const inside = world({ hidden: true }, { member: ["group.view"], leader: ["group.edit"] });
    expect(changes(inside, "group.view")).toContain(one({ kind: "become-member" }));
    expect(changes(inside, "group.edit")).toContain(one({ kind: "lead" }));
    const leading = world({ standing: { ...NOTHING.standing, leads: true } }, { leader: ["group.edit"] });
    expect(changes(leading, "group.edit")).toContain(one({ kind: "stop-leading" }));
    const waiting = world(
      { hidden: true, standing: { ...member, roles: ["officer"], pending: "leave" } },
      { outsider: ["group.edit"], member: ["group.edit"], custom: { officer: ["group.delete"] } },
    );
    expect(changes(waiting, "group.edit")).toContain(one({ kind: "end-membership" }));
    expect(changes(waiting, "group.delete")).toContain(one({ kind: "lose-group-role", role: "officer" }));
    const outside = world(
      { standing: { ...NOTHING.standing, roles: ["officer"] } },
      { custom: { officer: ["group.edit"] } },
    );
    expect(changes(outside, "group.edit")).not.toContain(one({ kind: "become-member" }));
    expect(changes(outside, "group.edit").join()).not.toContain("group-role");
  });

  it("is a cell granted or revoked, or one that implies it revoked, never an impossible one", () => {
    const inside = world({ standing: member }, { member: ["member.administer"] });
    expect(changes(inside, "member.add")).toContain(
      one({ kind: "revoke-cell", column: "member", permission: "member.administer" }),
    );
    expect(changes(world({ standing: member }), "member.add").join()).not.toContain("member.administer");
    const outside = changes(NOTHING, "member.join");
    expect(outside).toContain(one({ kind: "grant-cell", column: "outsider", permission: "member.join" }));
    expect(changes(world({ standing: { ...NOTHING.standing, leads: true } }), "member.join").join()).not.toContain(
      one({ kind: "grant-cell", column: "leader", permission: "member.join" }),
    );
    expect(changes(world({ published: false }, { outsider: ["group.view"] }), "group.view")).toContain(
      one({ kind: "grant-cell", column: "outsider", permission: "group.view-unpublished" }),
    );
  });

  it("is a flag of the group", () => {
    const flag = (name: string, value: boolean) => one({ kind: "set-flag", flag: name, value });
    const seen = { outsider: ["group.view"] };
    expect(changes(world({ hidden: true }, seen), "group.view")).toContain(flag("hidden", false));
    expect(changes(world({ internal: true }, seen), "group.view")).toContain(flag("internal", false));
    expect(changes(world({ published: false }, seen), "group.view")).toContain(flag("published", true));
    expect(changes(world({ eligible: ["blue"] }, seen), "group.view")).toContain(one({ kind: "clear-eligible-roles" }));
    expect(changes(world({}, seen), "group.view")).toContain(flag("internal", true));
  });

  it("asks a draft as unpublished", () => {
    const question = {
      ...asking(world({ standing: member })),
      permission: "post.view" as const,
      post: { mine: false, published: false },
    };
    const found = explain(question).changes;
    expect(found).toContainEqual({ kind: "grant-cell", column: "member", permission: "post.view-unpublished" });
    expect(found).not.toContainEqual({ kind: "grant-cell", column: "member", permission: "post.view" });
  });

  it("is found in most worlds, and agrees with the decision that it explains", () => {
    const tapes = fc.sample(fc.uint8Array({ minLength: TAPE, maxLength: TAPE }), { numRuns: 60, seed: 5 });
    const explained = tapes.flatMap((tape) => {
      const asked = asking(worldFrom(tape));
      return groupKeys.slice(0, 5).map((permission) => {
        const trace = explain({ ...asked, permission });
        expect(trace.steps.filter(({ outcome }) => outcome === "spoke").map(({ rule }) => rule)).toEqual([
          trace.decision.rule,
        ]);
        return trace.changes.length > 0;
      });
    });
    expect(explained.filter(Boolean).length).toBeGreaterThan(explained.length / 2);
  });
});

describe("why a site-wide right is held", () => {
  it("names the roles that give it, and those that would", () => {
    const globalRoles = { anonymous: [], authenticated: [], blue: ["audit.view"], red: ["audit.view"] };
    const { policy, viewer } = asking(world({ globalRoles, who: { ...NOTHING.who, roles: ["blue"] } }));
    expect(explainGlobal(policy, viewer, "audit.view")).toEqual({
      decision: { allowed: true, rule: "granted" },
      roles: ["blue"],
      others: ["red"],
    });
  });
});

describe("asking why", () => {
  const seen = { outsider: ["group.view"] };

  it("about oneself is free, also where one sees nothing", () => {
    const { viewer, situation } = asking(NOTHING);
    expect(mayExplain(viewer, situation, true)).toBe(true);
  });

  it("about others needs to see the group, and the right to ask or to administer its members", () => {
    const may = (one: World) => mayExplain(asking(one).viewer, asking(one).situation, false);
    const explainer = { authenticated: ["explain.view"] };
    expect(may(world({}, seen))).toBe(false);
    expect(may(world({ globalRoles: explainer }, seen))).toBe(true);
    expect(may(world({ globalRoles: explainer }))).toBe(false);
    expect(may(world({}, { outsider: ["group.view", "member.administer"] }))).toBe(true);
    expect(may(world({}, { outsider: ["member.administer"] }))).toBe(false);
  });
});
