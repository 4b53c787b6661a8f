/** One small world in every way that it can be: flags, standings, people, and grants that bear on what is asked. */
import type { GroupPermission } from "../catalogue";
import { decide } from "../decide";
import { differs } from "./compare.test-kit";
import { judge, type World } from "./oracle.test-kit";
import { groupOf, NOTHING, policyOf, tableOf, viewerOf } from "./worlds.test-kit";

const both = [false, true] as const;

/** Every flag that a decision asks, the eligible roles as none, one that is held, and one that is not. */
const FLAGS: readonly Partial<World>[] = both.flatMap((internal) =>
  both.flatMap((hidden) =>
    both.flatMap((published) => [[], ["blue"], ["red"]].map((eligible) => ({ internal, hidden, published, eligible }))),
  ),
);

/** Every standing; whoever is in holds the custom role `officer`, and not the custom role `admin`. */
const STANDINGS: readonly World["standing"][] = both.flatMap((member) =>
  both.flatMap((leads) =>
    ([null, member ? "leave" : "join"] as const).map((pending) => ({
      member,
      leads,
      pending,
      roles: member ? ["officer"] : [],
    })),
  ),
);

type Person = Pick<World, "who" | "globalRoles">;

const account = (who: Partial<World["who"]>, rights: readonly string[] = []): Person => ({
  who: { ...NOTHING.who, roles: ["blue"], ...who },
  globalRoles: { anonymous: [], authenticated: [], blue: rights, red: [] },
});

/** A visitor; an account, plain or managing all groups, that created the group or not; an inactive one; an owner; a bypasser. */
const PLAIN: readonly Person[] = [
  account({ account: "none", roles: [] }),
  ...both.flatMap((created) => [account({ created }), account({ created }, ["group.manage"])]),
];
const PEOPLE: readonly Person[] = [
  ...PLAIN,
  account({ account: "inactive", owner: true }),
  account({ owner: true }),
  account({}, ["group.bypass"]),
];

type Grants = Pick<World, "roles" | "advancedOutsider" | "insider">;

type Column = (cells: readonly string[]) => Grants;

/** A column of each kind that speaks for somebody here. */
const SPEAKING: readonly Column[] = [
  (cells) => granting({ anonymous: cells }),
  (cells) => granting({ outsider: cells }),
  (cells) => granting({ member: cells }),
  (cells) => granting({ leader: cells }),
  (cells) => granting({ custom: { officer: cells } }),
  (cells) => ({ ...granting({}), advancedOutsider: { blue: cells } }),
  (cells) => ({ ...granting({}), insider: { blue: cells } }),
];

/** Columns of roles that nobody here holds. */
const SILENT: readonly Column[] = [
  (cells) => granting({ custom: { admin: cells } }),
  (cells) => ({ ...granting({}), advancedOutsider: { red: cells } }),
  (cells) => ({ ...granting({}), insider: { red: cells } }),
];

function granting(roles: Partial<World["roles"]>): Grants {
  return { roles: { ...NOTHING.roles, ...roles }, advancedOutsider: {}, insider: {} };
}

/** What could bear on a permission besides itself, judged by nothing but its name. */
function bearing(key: GroupPermission): string[] {
  const inside = /^(member|request|link)\./.test(key) ? "member.administer" : key;
  const implier = key.startsWith("post.") ? key.replace(/-own$/, "-any") : inside;
  const reading = key === "group.view" || key.startsWith("post.");
  const unpublished = reading ? ["group.view-unpublished", "group.view-own-unpublished"] : [];
  return [...new Set([key, "group.administer", implier, ...unpublished])];
}

function subsets(items: readonly string[]): string[][] {
  const [first, ...others] = items;
  if (first === undefined) return [[]];
  return subsets(others).flatMap((set) => [set, [first, ...set]]);
}

/** Every set of grants that bear on the permission, in one column; and in two, where reading needs two of them. */
function grantsFor(key: GroupPermission): Grants[] {
  const inOne = SPEAKING.flatMap((column) => subsets(bearing(key)).map(column));
  return [...inOne, ...SILENT.map((column) => column(bearing(key)))];
}

function grantsInTwo(key: GroupPermission): Grants[] {
  const opening = bearing(key).filter((other) => other.includes("unpublished") && other !== key);
  return SPEAKING.flatMap((one) =>
    SPEAKING.flatMap((other) => opening.map((opener) => united(one([key]), other([opener])))),
  );
}

function united(one: Grants, other: Grants): Grants {
  const cells = (key: "anonymous" | "outsider" | "member" | "leader") => [...one.roles[key], ...other.roles[key]];
  const named = (first: Readonly<Record<string, readonly string[]>>, second: typeof first) =>
    Object.fromEntries(
      [...Object.keys(first), ...Object.keys(second)].map((name) => [
        name,
        [...(first[name] ?? []), ...(second[name] ?? [])],
      ]),
    );
  return {
    roles: {
      anonymous: cells("anonymous"),
      outsider: cells("outsider"),
      member: cells("member"),
      leader: cells("leader"),
      custom: named(one.roles.custom, other.roles.custom),
    },
    advancedOutsider: named(one.advancedOutsider, other.advancedOutsider),
    insider: named(one.insider, other.insider),
  };
}

/** Asks one permission in every such world; how many were asked, and those where the answers differ. */
export function ask(key: GroupPermission, stride: number): { asked: number; wrong: World[] } {
  const sparse = (grants: readonly Grants[]) => grants.filter((_, at) => at % stride === 0);
  const one = askAll(key, sparse(grantsFor(key)), PEOPLE, FLAGS);
  const unpublished = FLAGS.filter(({ published }) => !published);
  const two = askAll(key, sparse(grantsInTwo(key)), PLAIN, unpublished);
  return { asked: one.asked + two.asked, wrong: [...one.wrong, ...two.wrong] };
}

function askAll(key: GroupPermission, grants: readonly Grants[], people: readonly Person[], flags: typeof FLAGS) {
  const result: { asked: number; wrong: World[] } = { asked: 0, wrong: [] };
  const byLink = key === "member.join" || key === "member.request" ? both : [false];
  for (const granted of grants) {
    const table = tableOf({ ...granted, posts: true });
    for (const person of people) {
      const viewer = viewerOf({ ...NOTHING, ...person }, policyOf({ ...NOTHING, ...person }, [table]));
      for (const standing of person.who.account === "none" ? [NOTHING.standing] : STANDINGS) {
        for (const flag of flags) {
          const world: World = { ...NOTHING, ...granted, ...person, ...flag, standing };
          const situation = { group: groupOf(world), table, standing };
          const rules = judge(world);
          for (const link of byLink) {
            result.asked += 1;
            if (differs(decide(viewer, situation, key, { byLink: link }), rules.decide(key, link)))
              result.wrong.push(world);
          }
        }
      }
    }
  }
  return result;
}
