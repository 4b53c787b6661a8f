import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellCounts, standingOf } from "../columns";
import { ask, decideBy } from "../decide";
import type { Column, Decision, Rule } from "../facts";
import { type Asked, isManaged, STEPS, type Step } from "../steps";
import { differs } from "./compare.test-kit";
import { judge } from "./oracle.test-kit";
import { asking, groupKeys, TAPE, worldFrom } from "./worlds.test-kit";

const WORLDS = 2_000;
const tapes = fc.sample(fc.uint8Array({ minLength: TAPE, maxLength: TAPE }), { numRuns: WORLDS, seed: 7 });

type Decide = (asked: Asked) => Decision;

/** Whether any of the worlds is decided otherwise than the oracle does. */
function isFound(decide: Decide): boolean {
  return tapes.some((tape) => {
    const world = worldFrom(tape);
    const rules = judge(world);
    const { viewer, situation } = asking(world);
    return groupKeys.some((key) =>
      [false, true].some((byLink) =>
        differs(decide(ask(viewer, situation, key, { byLink })), rules.decide(key, byLink)),
      ),
    );
  });
}

const step = (rule: Rule): Step => {
  const found = STEPS.find((one) => one.rule === rule);
  if (!found) throw new Error(`no step ${rule}`);
  return found;
};
const without = (rule: Rule): readonly Step[] => STEPS.filter((one) => one.rule !== rule);
const before = (rule: Rule, moved: Rule): readonly Step[] =>
  without(moved).flatMap((one) => (one.rule === rule ? [step(moved), one] : [one]));
const instead = (rule: Rule, speaks: Step["speaks"]): readonly Step[] =>
  STEPS.map((one) => (one.rule === rule ? { ...one, speaks } : one));
const by =
  (steps: readonly Step[]): Decide =>
  (asked) =>
    decideBy(steps, asked);
const withColumns =
  (choose: (asked: Asked) => readonly Column[]): Decide =>
  (asked) =>
    decideBy(STEPS, { ...asked, columns: choose(asked) });

const all = ({ situation }: Asked) => [...situation.table.columns.values()];
const kept = step("not-visible").speaks;
const unread = step("unpublished").speaks;

const FAULTS: readonly (readonly [string, Decide])[] = [
  ["inactive accounts are asked like others", by(without("inactive"))],
  ["a site owner comes before what is impossible", by(before("impossible", "owner"))],
  ["bypassing comes before what is impossible", by(before("impossible", "bypass"))],
  [
    "managing reaches into internal groups",
    by(instead("manage", ({ manages, permission }) => manages && isManaged(permission))),
  ],
  [
    "managing answers for everything",
    by(instead("manage", ({ manages, situation }) => manages && !situation.group.internal)),
  ],
  ["managing comes after the flags", by(before("unpublished", "manage"))],
  ["administering comes after the flags", by(before("unpublished", "admin"))],
  ["administering counts in an impossible cell", by(instead("admin", ({ columns }) => columns.some(ticked)))],
  ["flags are forgotten", by(without("not-visible"))],
  ["a requester is kept away", by(instead("not-visible", (asked) => kept(unasked(asked))))],
  ["a link opens everything", by(instead("not-visible", (asked) => !asked.byLink && kept(asked)))],
  ["a link opens nothing", by(instead("not-visible", (asked) => kept({ ...asked, byLink: false })))],
  ["publication is forgotten", by(without("unpublished"))],
  [
    "publication is asked of everything",
    by(instead("unpublished", (asked) => unread({ ...asked, permission: "group.view" }))),
  ],
  [
    "posts do not follow their group",
    by(instead("unpublished", (asked) => asked.permission === "group.view" && unread(asked))),
  ],
  ["whoever did not create it reads it as their own", by(instead("unpublished", (asked) => unread(asCreator(asked))))],
  [
    "nothing is implied",
    by(instead("granted", ({ columns, permission }) => columns.some((one) => cellCounts(one, permission)))),
  ],
  ["a member keeps what outsiders hold", withColumns((asked) => [...asked.columns, ...outsiders(asked)])],
  ["a visitor's column holds for everybody", withColumns((asked) => [...asked.columns, ...named(asked, "anonymous")])],
  ["every custom role is held", withColumns((asked) => [...asked.columns, ...unheld(asked)])],
  ["leaders' grants are forgotten", withColumns(({ columns }) => columns.filter(({ kind }) => kind !== "leader"))],
  ["insiders' grants are forgotten", withColumns(({ columns }) => columns.filter(({ kind }) => kind !== "insider"))],
];

function ticked({ permissions }: Column): boolean {
  return permissions.has("group.administer");
}

function unasked(asked: Asked): Asked {
  const standing = { ...asked.situation.standing, pending: null };
  return { ...asked, situation: { ...asked.situation, standing } };
}

function asCreator(asked: Asked): Asked {
  const creatorId = asked.viewer.account?.id ?? null;
  return { ...asked, situation: { ...asked.situation, group: { ...asked.situation.group, creatorId } } };
}

function outsiders(asked: Asked): Column[] {
  return asked.audience === "member" ? named(asked, "outsider") : [];
}

function named(asked: Asked, name: string): Column[] {
  return all(asked).filter((one) => one.name === name && !asked.columns.includes(one));
}

function unheld(asked: Asked): Column[] {
  if (!standingOf(asked.viewer, asked.situation).member) return [];
  return all(asked).filter((one) => one.kind === "custom" && !asked.columns.includes(one));
}

describe("faults planted in the decision are found", { timeout: 300_000 }, () => {
  it("and none is found where none was planted", () => {
    expect(isFound(by(STEPS))).toBe(false);
  });

  it.each(FAULTS)(
    "%s",
    (_, faulty) => {
      expect(isFound(faulty)).toBe(true);
    },
    30_000,
  );

  it("at least ten of them", () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(10);
  });
});

it("the worlds show every rule to every audience that it can speak to", { timeout: 300_000 }, () => {
  const seen = new Map<string, number>();
  for (const tape of tapes) {
    const { viewer, situation } = asking(worldFrom(tape));
    for (const key of groupKeys) {
      const { rule, audience } = decideBy(STEPS, ask(viewer, situation, key));
      seen.set(`${audience} ${rule}`, (seen.get(`${audience} ${rule}`) ?? 0) + 1);
    }
  }
  const visitor = ["impossible", "not-visible", "unpublished", "granted", "not-granted"];
  const outsider = [...visitor, "inactive", "owner", "bypass", "manage", "admin"];
  const member = outsider.filter((rule) => rule !== "not-visible");
  const expected = Object.entries({ anonymous: visitor, outsider, member }).flatMap(([audience, rules]) =>
    rules.map((rule) => `${audience} ${rule}`),
  );
  expect([...seen.keys()].sort()).toEqual(expected.sort());
  expect([...seen].filter(([, times]) => times < 5)).toEqual([]);
});
