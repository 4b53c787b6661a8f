import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GroupPermission } from "@/lib/policy/catalogue";
import type { Change } from "@/lib/policy/changes";
import { explain } from "@/lib/policy/explain";
import type { World } from "@/lib/policy/proof/oracle.test-kit";
import { asking, groupKeys, NOTHING, TAPE, worldFrom } from "@/lib/policy/proof/worlds.test-kit";
import { changeLine } from "./changes";
import { caseOf, PERSON } from "./explain.test-kit";
import { pronounsOf, subjectOf } from "./names";
import { printed } from "./printed";
import { sentenceOf, shortReason } from "./reasons";
import type { Case } from "./shape";
import { tell } from "./tell";

const world = (differently: Partial<World>, roles: Partial<World["roles"]> = {}) =>
  asking({ ...NOTHING, ...differently, roles: { ...NOTHING.roles, ...roles } });
const member = { ...NOTHING.standing, member: true };
const told = (
  differently: Partial<World>,
  roles: Partial<World["roles"]>,
  key: GroupPermission,
  other?: Partial<Case>,
) => tell(caseOf(world(differently, roles), key, other));
const part = (explanation: ReturnType<typeof tell>, id: string) =>
  explanation.parts.find((one) => one.id === id)?.lines.map(({ text }) => text) ?? [];

describe("the sentence of an answer", () => {
  const sentence = (...asked: Parameters<typeof told>) => told(...asked).sentence;
  it("says why, for every rule that may speak", () => {
    const who = NOTHING.who;
    expect([
      sentence({ who: { ...who, account: "inactive" } }, {}, "post.view"),
      sentence({ standing: member }, {}, "member.join"),
      sentence({ posts: false }, {}, "post.create"),
      sentence({ who: { ...who, owner: true } }, {}, "post.create"),
      sentence({ globalRoles: { ...NOTHING.globalRoles, authenticated: ["group.bypass"] } }, {}, "post.create"),
      sentence({ globalRoles: { ...NOTHING.globalRoles, authenticated: ["group.manage"] } }, {}, "member.list"),
      sentence({ standing: member }, { member: ["group.administer"] }, "group.edit"),
      sentence({ hidden: true, eligible: ["blue"] }, { outsider: ["group.view"] }, "group.view"),
      sentence({ published: false }, { outsider: ["group.view"] }, "group.view"),
      sentence(
        { standing: { ...member, roles: ["officer"] } },
        { member: ["post.create"], custom: { officer: ["post.create"] } },
        "post.create",
      ),
      sentence({}, {}, "post.create"),
      sentence({ standing: { ...member, leads: true } }, {}, "post.create"),
    ]).toEqual([
      "Alice may not read posts in Scouts: the account is not active.",
      "Alice may not join Scouts: it is impossible. A member has joined already.",
      "Alice may not write posts in Scouts: this content is switched off for groups of the type Squad.",
      "Alice may write posts in Scouts: they are a site owner, who may do everything that is possible.",
      "Alice may write posts in Scouts: they hold, through The authenticated, “Bypass group access”.",
      "Alice may see who is in Scouts: they hold, through The authenticated, “Manage all groups”, and this one is not internal.",
      "Alice may change the name, description and picture of Scouts: The member holds “Administer group”, which is a yes to everything.",
      "Alice may not open the page of Scouts: the group is hidden and it is kept for whoever holds blue, and they are not in it, do not lead it and have not asked.",
      "Alice may not open the page of Scouts: the group is not published, and they may not read it until it is.",
      "Alice may write posts in Scouts: The member and The officer grant it.",
      "Alice may not write posts in Scouts: The outsider, the only role that speaks for them there, does not grant it.",
      "Alice may not write posts in Scouts: none of the roles that speak for them there grants it, which are The member and The leader.",
    ]);
  });

  it("speaks to somebody who asks about themselves, and of somebody who is nobody yet", () => {
    expect(told({}, {}, "post.create", { own: true }).sentence).toContain(
      "You may not write posts in Scouts: The outsider, the only role that speaks for you",
    );
    const subject = (differently: Partial<Case>) => subjectOf(caseOf(world({}), "post.view", differently));
    expect(subject({ who: { kind: "visitor" } })).toBe("A visitor without an account");
    expect(subject({ who: { kind: "outsider" } })).toBe("Any outsider");
    expect(subject({ who: { kind: "roles", roles: ["authenticated", "blue"] } })).toBe(
      "An outsider with the roles The authenticated and blue",
    );
    expect(subject({ name: null })).toBe("Somebody");
    expect(pronounsOf({ own: true }).they).toBe("you");
  });

  it("has words for the rule that only a post brings up", () => {
    const one = caseOf(world({}), "post.view");
    const decision = { allowed: true, rule: "author", audience: "outsider", roles: [] } as const;
    expect(sentenceOf(one, "Alice", decision)).toBe("Alice may read posts in Scouts: they wrote it.");
    expect(shortReason(one, decision)).toBe("Wrote it");
  });
});

describe("what the roles grant and something else keeps back", () => {
  const flagged = (
    flags: object,
    key: GroupPermission,
    roles: Partial<World["roles"]>,
    standing = NOTHING.standing,
  ) => {
    const { situation, ...rest } = world({ standing }, roles);
    return tell(caseOf({ ...rest, situation: { ...situation, group: { ...situation.group, ...flags } } }, key));
  };

  it("is told with the answer, in the row too, and not counted as a yes", () => {
    const restricted = flagged({ restricted: true }, "member.add", { member: ["member.add"] }, member);
    expect([restricted.allowed, restricted.kept, restricted.verdict]).toEqual([true, true, "Yes and no."]);
    expect(restricted.sentence).toBe(
      "As far as roles go, Alice may add people to Scouts: The member grants it. But: the group is restricted: whatever the roles grant, only a site owner does this.",
    );
    expect(restricted.rows.find(({ key }) => key === "member.add")).toMatchObject({
      allowed: true,
      kept: true,
      reason: "The member, but it takes more",
    });
    expect(flagged({}, "member.add", { member: ["member.add"] }, member)).toMatchObject({
      kept: false,
      verdict: "Yes.",
    });
  });

  it("is the right to request, eligibility, being internal, or somebody's approval", () => {
    const join = { outsider: ["member.join"] };
    expect(part(flagged({}, "member.join", join), "beyond")).toEqual([
      "The group is not public, so it also takes “Request non-public groups”, which they do not hold",
      "It makes a request, which somebody has to approve",
    ]);
    expect(part(flagged({ public: true, open: true }, "member.join", join), "beyond")).toEqual([]);
    expect(flagged({ public: true }, "member.join", join).kept).toBe(false);
    expect(part(flagged({ public: true, open: true, eligibleRoles: ["blue"] }, "member.join", join), "beyond")).toEqual(
      ["The group is kept for whoever holds blue, and they do not"],
    );
    expect(part(flagged({ internal: true }, "member.join", join), "beyond")).toHaveLength(1);
    expect(part(flagged({ open: true, restricted: true, public: true }, "member.join", join), "beyond")).toHaveLength(
      1,
    );
    const leave = { member: ["member.leave"] };
    expect(flagged({ internal: true }, "member.leave", leave, member).kept).toBe(true);
    expect(flagged({ open: false }, "member.leave", leave, member).kept).toBe(false);
    expect(part(flagged({ open: true }, "member.leave", leave, member), "beyond")).toEqual([]);
  });
});

describe("the parts", () => {
  it("tell how they stand, what each role says, and where it is set", () => {
    const explanation = told(
      {
        standing: { ...member, roles: ["officer"], leads: true, pending: "leave" },
        who: { ...NOTHING.who, roles: ["blue", "red"] },
        insider: { blue: [] },
      },
      { member: ["member.administer"], leader: ["group.administer"], custom: { officer: ["member.add"] } },
      "member.add",
    );
    expect(part(explanation, "standing")).toEqual([
      "Is a member, as The officer",
      "Leads the group",
      "Has asked to leave and waits for an answer",
      "Holds the role blue of the portal",
      "Sees that the group exists",
    ]);
    expect(part(explanation, "columns")).toEqual([
      "The member: grants it through “Administer members”",
      "The officer: grants it",
      "The insider:blue as a member: does not grant it",
      "The leader: administers the group, which is a yes to everything",
    ]);
    const places = explanation.parts.find(({ id }) => id === "columns")?.lines.map(({ place }) => place?.path);
    expect(places).toEqual([
      "/admin/group/types/manage/squad/permissions?role=member",
      "/admin/group/types/manage/squad/permissions?role=officer",
      "/admin/group/types/manage/squad/permissions/outsider?role=insider%3Ablue",
      "/admin/group/types/manage/squad/permissions?role=leader",
    ]);
  });

  it("lead nobody to a page that is not theirs to open", () => {
    const { viewer, situation } = world({});
    const explanation = told({ standing: member }, {}, "post.create", { asker: { viewer, situation } });
    expect(explanation.parts.flatMap(({ lines }) => lines.map(({ place }) => place)).filter(Boolean)).toEqual([]);
  });

  it("number the steps, with the picking of roles among them", () => {
    const { steps } = told({}, {}, "post.create");
    expect(steps.map(({ rule }) => rule).slice(3, 6)).toEqual(["bypass", "columns", "manage"]);
    expect(steps.at(-1)).toMatchObject({ rule: "not-granted", outcome: "spoke" });
    const stopped = told({ who: { ...NOTHING.who, owner: true } }, {}, "post.create").steps;
    expect(stopped.find(({ rule }) => rule === "columns")?.outcome).toBe("not-asked");
    expect(stopped.find(({ rule }) => rule === "owner")?.outcome).toBe("spoke");
  });

  it("print the same lines that the page shows", () => {
    const explanation = told({ standing: member }, {}, "post.create");
    const text = printed(explanation).join("\n");
    for (const { title, lines } of explanation.parts) {
      expect(text).toContain(`${title}:`);
      for (const line of lines) expect(text).toContain(line.text);
    }
    expect(printed(explanation).slice(0, 2)).toEqual(["No.", explanation.sentence]);
  });
});

describe("words", () => {
  // One of each kind; a kind without words does not compile, one without a case here is missed below.
  const KINDS: Readonly<Record<Change["kind"], true>> = {
    ...{ "sign-in": true, activate: true, "come-by-link": true, "clear-eligible-roles": true },
    ...{ "become-member": true, "end-membership": true, lead: true, "stop-leading": true },
    ...{ "hold-global-role": true, "lose-global-role": true, "hold-group-role": true, "lose-group-role": true },
    ...{ "hold-global": true, "lose-global": true, "grant-cell": true, "revoke-cell": true, "set-flag": true },
  };

  it("are there for every kind of change and every rule that worlds bring up, and tell two changes apart", () => {
    const [kinds, rules] = [new Set<string>(), new Set<string>()];
    // Two that random worlds bring up too rarely.
    for (const [differently, key] of [
      [{ hidden: true }, "member.join"],
      [{ eligible: ["blue"] }, "group.edit"],
    ] as const) {
      const one = caseOf(world(differently, { outsider: ["member.join", "group.edit"] }), key);
      for (const change of explain(one.question).changes) {
        kinds.add(change.kind);
        expect(changeLine(one, change).text.length).toBeGreaterThan(10);
      }
    }
    const tape = fc.uint8Array({ minLength: TAPE, maxLength: TAPE });
    fc.assert(
      fc.property(tape, fc.constantFrom(...groupKeys), fc.boolean(), (bytes, key, own) => {
        const one = caseOf(asking(worldFrom(bytes)), key, { own });
        const { changes, decision } = explain(one.question);
        rules.add(decision.rule);
        for (const { kind } of changes) kinds.add(kind);
        const lines = changes.map((change) => changeLine(one, change).text);
        expect(new Set(lines).size).toBe(lines.length);
        const explanation = tell(one);
        const texts = [
          explanation.sentence,
          explanation.subject,
          ...printed(explanation).filter((line) => line !== ""),
        ];
        texts.push(
          ...explanation.rows.map(({ reason }) => reason),
          ...explanation.steps.map(({ question }) => question),
        );
        for (const text of texts) {
          expect(text.trim().length).toBeGreaterThan(2);
          expect(text).not.toMatch(/undefined|null|\[object|NaN| {3}|\bfor , |: \.$/);
        }
      }),
      // The same worlds each time: another draw could leave out a kind that is rare.
      { numRuns: 600, seed: 20_261_129 },
    );
    expect([...kinds].sort()).toEqual(Object.keys(KINDS).sort());
    expect([...rules].sort()).toEqual([
      "admin",
      "bypass",
      "granted",
      "impossible",
      "inactive",
      "manage",
      "not-granted",
      "not-visible",
      "owner",
      "unpublished",
    ]);
  }, 60_000);

  it("name a person only by the name that they are given", () => {
    expect(told({}, {}, "post.create", { who: PERSON, name: "Bob" }).person).toBe("Bob");
  });
});
