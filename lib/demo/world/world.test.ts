import { describe, expect, it } from "vitest";
import { isColour, isPicture } from "@/app/_ui/pictures";
import { findPreset, PRESETS } from "@/lib/group-types/presets";
import { createGroup } from "@/lib/groups/schema";
import { createJoinLink } from "@/lib/join-links/schema";
import { isGlobalPermission, possibleIn } from "@/lib/policy/catalogue";
import type { ColumnKind } from "@/lib/policy/facts";
import { DEMO_PEOPLE } from "../people";
import { diceFor } from "./dice";
import { crowdRequests, enrolmentOf } from "./enrolment";
import { WORLD_TYPES, type WorldType } from "./group-types";
import { WORLD_LINKS } from "./links";
import { personCalled, WORLD_PEOPLE } from "./people";
import { WORLD_REQUESTS } from "./requests";
import { WORLD_ROLES } from "./roles";
import { groupWith, isFounded, WORLD_GROUPS } from "./world-groups";

const ROLES = new Set(["member", ...WORLD_ROLES.map(({ name }) => name)]);
const repeated = (values: readonly string[]) => values.filter((value, n) => values.indexOf(value) !== n);

describe("people", () => {
  it("are 120, each with a name of their own that is stored as it stands here", () => {
    expect(WORLD_PEOPLE).toHaveLength(120);
    expect(repeated(WORLD_PEOPLE.map(({ name }) => name))).toEqual([]);
    for (const { name } of [...WORLD_PEOPLE, ...WORLD_GROUPS]) {
      expect(createGroup.shape.name.safeParse(name).data, name).toBe(name);
    }
  });

  it("hold roles that there are", () => {
    expect(WORLD_PEOPLE.flatMap(({ roles }) => roles).filter((role) => !ROLES.has(role))).toEqual([]);
  });

  it("write their names in many scripts", () => {
    const names = WORLD_PEOPLE.map(({ name }) => name);
    const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Arabic}/u];
    const others = [/\p{Script=Hebrew}/u, /\p{Script=Han}/u, /\p{Script=Hiragana}/u, /\p{Emoji_Presentation}/u];
    for (const script of [...scripts, ...others]) expect(names.some((name) => script.test(name))).toBe(true);
    expect(Math.max(...names.map((name) => [...name].length))).toBeGreaterThan(60);
  });

  it("that one can step into are here, and active", () => {
    expect(DEMO_PEOPLE.length).toBeGreaterThanOrEqual(8);
    expect(DEMO_PEOPLE.map(({ name }) => personCalled(name)).filter(({ inactive }) => inactive)).toEqual([]);
  });
});

describe("types", () => {
  it("are five, and each use case is one of them", () => {
    expect(WORLD_TYPES).toHaveLength(5);
    expect(WORLD_TYPES.map(({ preset }) => preset).filter((preset) => preset !== null)).toEqual(
      PRESETS.map(({ key }) => key),
    );
  });

  it("grant only what can be granted, to columns that there are", () => {
    for (const type of WORLD_TYPES) {
      for (const [column, permissions] of Object.entries(type.cells)) {
        const kind = kindOf(type, column);
        for (const permission of permissions) {
          expect(possibleIn(kind, permission), `${type.name} ${column} ${permission}`).toBe(true);
        }
      }
    }
  });

  it("bring along the rights to create groups that roles hold", () => {
    const wanted = WORLD_ROLES.flatMap(({ permissions }) => permissions);
    expect(wanted.filter((permission) => !isGlobalPermission(permission))).toEqual([]);
    const created = wanted.flatMap((permission) => permission.split("group.create:")[1] ?? []);
    expect(created.filter((name) => !WORLD_TYPES.some((type) => type.name === name))).toEqual([]);
  });
});

function customRolesOf(type: WorldType): string[] {
  const preset = type.preset ? findPreset(type.preset) : null;
  return [...type.roles, ...(preset?.roles ?? [])].map(({ name }) => name);
}

function kindOf(type: WorldType, column: string): ColumnKind {
  if (column === "anonymous" || column === "outsider" || column === "member" || column === "leader") return column;
  const [prefix, role] = column.split(":");
  if (role !== undefined) {
    expect(ROLES).toContain(role);
    return prefix === "insider" ? "insider" : "advanced-outsider";
  }
  expect(customRolesOf(type), type.name).toContain(column);
  return "custom";
}

describe("groups", () => {
  it("are about forty, of every type, each with a key of its own and an emblem that is drawn", () => {
    expect(WORLD_GROUPS.length).toBeGreaterThanOrEqual(40);
    expect(repeated(WORLD_GROUPS.map(({ key }) => key))).toEqual([]);
    expect(new Set(WORLD_GROUPS.map(({ type }) => type))).toEqual(new Set(WORLD_TYPES.map(({ name }) => name)));
    const unknown = WORLD_GROUPS.filter(({ picture, colour }) => !isPicture(picture) || !isColour(colour));
    expect(unknown.map(({ key }) => key)).toEqual([]);
  });

  it("name people, roles and groups that there are", () => {
    for (const group of WORLD_GROUPS) {
      const type = WORLD_TYPES.find(({ name }) => name === group.type);
      if (!type) throw new Error(`no type ${group.type}`);
      const people = enrolmentOf(group);
      for (const name of [group.creator, ...(group.leaders ?? []), ...people.map((p) => p.name)]) personCalled(name);
      const roles = people.flatMap((person) => person.roles);
      expect(roles.filter((role) => !customRolesOf(type).includes(role))).toEqual([]);
      expect([...(group.eligible ?? []), ...(group.confers ?? [])].filter((role) => !ROLES.has(role))).toEqual([]);
      if (group.leaderGroup) groupWith(group.leaderGroup);
    }
  });

  it("hold nobody twice, not even their founder", () => {
    for (const group of WORLD_GROUPS) {
      const names = enrolmentOf(group).map(({ name }) => name);
      expect(repeated(isFounded(group) ? [group.creator, ...names] : names), group.key).toEqual([]);
    }
  });

  it("hold nobody whom the rules would not have let in, but for an ally or two who were given a key", () => {
    for (const group of WORLD_GROUPS.filter(({ flags, eligible }) => !flags.includes("public") && !eligible)) {
      const strangers = enrolmentOf(group).filter(({ name }) => !personCalled(name).roles.includes("member"));
      expect(strangers, group.key).toEqual([]);
    }
  });
});

describe("links and requests", () => {
  it("name groups, people and links that there are", () => {
    const keys = WORLD_LINKS.map(({ key }) => key);
    expect(repeated(keys)).toEqual([]);
    for (const { group, by, label, note } of WORLD_LINKS) {
      personCalled(by);
      expect(createJoinLink.safeParse({ group: groupWith(group).key, label, note }).success).toBe(true);
    }
    for (const { group, by, link, end } of [
      ...WORLD_REQUESTS,
      ...crowdRequests().map((r) => ({ ...r, end: undefined })),
    ]) {
      personCalled(by);
      if (link) expect(WORLD_LINKS.find(({ key }) => key === link)?.group).toBe(groupWith(group).key);
      if (typeof end === "object") personCalled(end.who);
    }
  });

  it("know every state of a link that a known token can have", () => {
    const states = ["open", "expired", "used-up", "revoked", "paused", "unavailable"];
    expect(new Set(WORLD_LINKS.map(({ state }) => state))).toEqual(new Set(states));
  });
});

describe("chance", () => {
  it("falls the same way every time, and another way for another word", () => {
    const throws = (seed: string) =>
      Array.from(
        { length: 20 },
        (
          (dice) => () =>
            dice.throw(1000)
        )(diceFor(seed)),
      );
    expect(throws("one")).toEqual(throws("one"));
    expect(throws("one")).not.toEqual(throws("two"));
    expect(Math.max(...throws("one"))).toBeLessThan(1000);
    const shuffled = diceFor("s").shuffled([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...shuffled].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
