import { describe, expect, it } from "vitest";
import { problemLine } from "./problem";
import { readScenarios } from "./read";

const lines = (text: string): string[] => readScenarios("f.yaml", text).problems.map(problemLine);

const TYPES = "types: { club: { roles: { member: [group.view], officer: [member.add] } } }";
const file = (rest: string, types = TYPES) =>
  `name: one\n${types}\naccounts: { alice: {}, bob: {} }\ngroups: { scouts: { type: club } }\n${rest}`;
const step = (said: string) => file(`steps:\n  - ${said}`);

describe("a file that is whole", () => {
  it("is one scenario or a list, YAML or JSON", () => {
    expect(readScenarios("f", step("{ as: alice, do: join, group: scouts, expect: joined }")).scenarios).toHaveLength(
      1,
    );
    const json = JSON.stringify([
      { name: "a", steps: [] },
      { name: "b", steps: [] },
    ]);
    expect(readScenarios("f", json).scenarios.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("may leave out everything but a name and steps", () => {
    const { scenarios, problems } = readScenarios("f", "name: bare\nsteps: []");
    expect(problems).toEqual([]);
    expect(scenarios[0]).toMatchObject({ accounts: {}, groups: {}, settings: {} });
  });

  it("knows what its steps make from then on", () => {
    const said = file(`steps:
  - { as: alice, do: create-group, group: knights, type: club, expect: created }
  - { as: alice, do: create-link, link: l9, group: knights, expect: created }
  - { as: bob, do: join, link: l9, expect: joined }
  - { as: alice, do: create-post, group: knights, post: p9, expect: created }
  - { as: bob, do: see, post: p9, expect: visible }
  - { as: alice, do: create-role, role: blue, expect: created }
  - { as: alice, do: assign-global, account: bob, role: blue, expect: changed }
  - { as: alice, do: create-role, type: club, role: scribe, expect: created }
  - { as: alice, do: grant, type: club, role: scribe, permission: group.edit, expect: changed }`);
    expect(lines(said)).toEqual([]);
  });
});

describe("a problem names the file, the place and what was probably meant", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      "a key",
      step("{ as: alice, do: join, grup: scouts, expect: joined }"),
      "f.yaml: steps[0].grup: there is no key “grup” – “group”?",
    ],
    [
      "a verb",
      step("{ as: alice, do: joyn, group: scouts, expect: joined }"),
      "f.yaml: steps[0].do: there is no verb “joyn” – “join”?",
    ],
    [
      "an answer",
      step("{ as: alice, do: join, group: scouts, expect: joint }"),
      "f.yaml: steps[0].expect: there is no answer “joint” – “joined”?",
    ],
    [
      "an actor",
      step("{ as: alcie, do: join, group: scouts, expect: joined }"),
      "f.yaml: steps[0].as: there is no account “alcie” – “alice”?",
    ],
    [
      "a group",
      step("{ as: alice, do: join, group: scuots, expect: joined }"),
      "f.yaml: steps[0].group: there is no group “scuots” – “scouts”?",
    ],
    [
      "a link",
      step("{ as: alice, do: join, link: l1, expect: joined }"),
      "f.yaml: steps[0].link: there is no link “l1”",
    ],
    [
      "a post",
      step("{ as: alice, do: see, post: p1, expect: hidden }"),
      "f.yaml: steps[0].post: there is no post “p1”",
    ],
    [
      "a group permission",
      step("{ as: alice, can: group.veiw, group: scouts, expect: deny }"),
      "f.yaml: steps[0].can: there is no group permission “group.veiw” – “group.view”?",
    ],
    [
      "a global permission",
      step("{ as: alice, can: group.manag, expect: deny }"),
      "f.yaml: steps[0].can: there is no global permission “group.manag” – “group.manage”?",
    ],
    [
      "a site-wide right as a group permission",
      step("{ as: alice, can: group.bypass, group: scouts, expect: deny }"),
      "f.yaml: steps[0].can: there is no group permission “group.bypass” – “group.view”?",
    ],
    [
      "a rule",
      step("{ as: alice, can: group.view, group: scouts, expect: deny, because: { rule: nothing } }"),
      "f.yaml: steps[0].because.rule: ",
    ],
    [
      "a group role",
      step("{ as: alice, do: grant, type: club, role: oficer, permission: group.view, expect: changed }"),
      "f.yaml: steps[0].role: there is no group role “oficer” – “officer”?",
    ],
    [
      "an event",
      step("{ expect: { audit: [member.join] } }"),
      "f.yaml: steps[0].expect.audit[0]: there is no event “member.join” – “member.joined”?",
    ],
    [
      "a part of the state",
      step("{ expect: { member: {} } }"),
      "f.yaml: steps[0].expect.member: there is no key “member” – “members”?",
    ],
    [
      "a listed group",
      step("{ as: alice, do: list, expect: [scouts, scoots] }"),
      "f.yaml: steps[0].expect[1]: there is no group “scoots” – “scouts”?",
    ],
    [
      "a setting",
      step("{ as: alice, do: set, autoLeve: true, expect: changed }"),
      "f.yaml: steps[0].autoLeve: there is no key “autoLeve” – “autoLeave”?",
    ],
    [
      "a flag of a group",
      "name: one\ngroups: { scouts: { type: club, hiden: true } }\nsteps: []",
      "f.yaml: groups.scouts.hiden: there is no key “hiden” – “hidden”?",
    ],
    [
      "a role of an account",
      "name: one\naccounts: { a: { roles: [blue] } }\nsteps: []",
      "f.yaml: accounts.a.roles[0]: there is no custom global role “blue”",
    ],
    [
      "a permission of a role",
      "name: one\nglobalRoles: { blue: [group.requst] }\nsteps: []",
      "f.yaml: globalRoles.blue[0]: there is no global permission “group.requst” – “group.request”?",
    ],
    [
      "a column for a role that has none",
      "name: one\ntypes: { club: { advancedOutsider: { authenticated: [] } } }\nsteps: []",
      "f.yaml: types.club.advancedOutsider.authenticated: there is no custom global role “authenticated”",
    ],
    [
      "a member’s role",
      file("steps: []").replace("{ type: club }", "{ type: club, members: { bob: [oficer] } }"),
      "f.yaml: groups.scouts.members.bob[0]: there is no custom role “oficer” – “officer”?",
    ],
  ];

  it.each(cases)("%s", (_, text, said) => {
    expect(lines(text).map((line) => (said.endsWith(": ") ? line.slice(0, said.length) : line))).toEqual([said]);
  });

  it("says in which scenario of a list", () => {
    const [line] = lines("- { name: a, steps: [] }\n- { name: b, steps: [{ do: fly }] }");
    expect(line).toMatch(/^f\.yaml: \[1\]\.steps\[0\]\.do: there is no verb “fly”/);
  });

  it("says all of them at once", () => {
    expect(lines(step("{ as: alcie, do: join, group: scuots, expect: joined }"))).toHaveLength(2);
  });
});

describe("a world that cannot be is refused", () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      "an impossible cell",
      "types: { club: { roles: { anonymous: [member.join] } } }",
      /types\.club\.roles\.anonymous\[0\]: impossible: \S/,
    ],
    [
      "one of an advanced column",
      "globalRoles: { blue: [] }\ntypes: { club: { advancedOutsider: { blue: [member.leave] } } }",
      /advancedOutsider\.blue\[0\]: impossible/,
    ],
    [
      "one of content that is off",
      "types: { club: { content: [], roles: { member: [post.view] } } }",
      /roles\.member\[0\]: impossible: the type has no posts/,
    ],
    [
      "a global permission of visitors",
      "globalRoles: { anonymous: [group.request] }",
      /globalRoles\.anonymous\[0\]: impossible for anonymous: \S/,
    ],
    [
      "no active owner",
      "accounts: { root: { owner: true, active: false } }",
      /accounts: there is no active site owner/,
    ],
    [
      "an account that is called like a visitor",
      "accounts: { anonymous: {} }",
      /accounts\.anonymous: anonymous is whoever has no account/,
    ],
    [
      "somebody called owner who is none",
      "accounts: { owner: {} }",
      /accounts\.owner: somebody who is called owner and is none/,
    ],
    [
      "a group that leads itself",
      "types: { club: {} }\ngroups: { g: { type: club, leaders: { groups: [g] } } }",
      /leaders\.groups\[0\]: a group does not lead itself/,
    ],
    [
      "anonymous as an eligible role",
      "types: { club: {} }\ngroups: { g: { type: club, eligibleRoles: [anonymous] } }",
      /eligibleRoles\[0\]: there is no eligible role “anonymous”/,
    ],
    ["a name that is no machine name", "types: { My Club: {} }", /types\.My Club: “My Club” is no name for this/],
  ];
  it.each(cases)("%s", (_, world, said) => {
    const found = lines(`name: one\n${world}\nsteps: []`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(said);
  });
});

describe("what is no scenario at all", () => {
  it.each([
    ["nothing", "", /there is no scenario in it/],
    ["no YAML", "name: [", /f\.yaml: \S/],
    ["a key twice", "name: a\nname: b\nsteps: []", /unique/],
    ["no name", "steps: []", /name: Every scenario has a name/],
    ["nobody acting", "name: a\nsteps: [{ do: list, expect: [] }]", /steps\[0\]\.as: Say who acts/],
    [
      "both a group and a link",
      step("{ as: alice, do: join, group: scouts, link: l1, expect: joined }"),
      /name exactly one of group, link/,
    ],
    ["a span that is none", step("{ do: wait, for: soon, expect: ok }"), /steps\[0\]\.for: A span of time/],
  ])("%s", (_, text, said) => {
    expect(lines(text)[0]).toMatch(said);
  });
});
