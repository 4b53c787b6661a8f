/** Small worlds, biased so that interesting answers occur: one owner, one who is inactive, and three who may be anything. */
import fc from "fast-check";
import type { World, WorldGroup } from "@/lib/scenario/shape";
import { GROUP_PERMISSIONS, globalPermissions, isPossibleCell } from "./catalogue";

const CUSTOM = ["member", "blue", "staff"];
const TYPES = ["squad", "band"];
const PEOPLE = ["root", "alice", "bob", "carl", "zed"];
const GROUPS = ["scouts", "camp", "den", "plaza"];
const COLUMNS = ["admin", "officer"];

const some = <T>(from: readonly T[], most = 3) => fc.subarray([...from], { maxLength: Math.min(most, from.length) });
const sure = <T>(value: T, weight: number) => ({ arbitrary: fc.constant(value), weight });
const likely = (percent: number) => fc.nat(99).map((n) => n < percent);
const all = globalPermissions(TYPES);
const APART = ["people.administer", "permission.administer", "type.administer", "setting.administer"];

const globalRoles = fc.record({
  anonymous: some(["directory.view", "profile.view"], 1),
  authenticated: fc.oneof(sure<string[]>([], 6), sure(["group.request"], 3), { arbitrary: some(all, 1), weight: 1 }),
  member: fc.oneof(sure(["group.request"], 4), { arbitrary: some(all, 2), weight: 1 }),
  blue: fc.oneof(sure<string[]>([], 2), sure(["group.request"], 1), { arbitrary: some(all, 2), weight: 2 }),
  staff: fc.oneof(
    { arbitrary: some(APART, 4), weight: 3 },
    sure([...APART, "group.create:squad"], 2),
    sure(["group.manage", "type.administer"], 1),
    sure(["group.bypass", "people.administer"], 1),
    { arbitrary: some(all, 4), weight: 2 },
  ),
});

const LIKELY: { readonly [column: string]: readonly (readonly string[])[] } = {
  anonymous: [[], ["group.view"], ["group.view", "member.list", "post.view"]],
  outsider: [
    ["group.view", "member.join"],
    ["group.view", "member.request", "post.view"],
    ["group.view", "member.join", "link.manage"],
    ["member.join"],
  ],
  member: [
    ["group.view", "member.leave", "member.edit-own", "post.view", "post.create", "post.edit-own"],
    ["group.view", "member.list", "member.leave", "post.view-unpublished", "post.delete-own"],
    ["member.edit-own", "member.leave", "group.view-own-unpublished"],
  ],
  leader: [["request.decide", "member.remove", "link.manage"], ["group.view", "member.administer"], ["request.decide"]],
  admin: [["group.administer"], ["group.administer"], ["member.administer", "group.configure", "leader.appoint"]],
  officer: [
    ["request.decide", "member.remove", "member.add"],
    ["member.add", "member.assign-roles", "leader.appoint"],
    ["member.administer"],
    ["group.edit", "group.configure", "group.delete"],
    ["post.edit-any", "post.delete-any", "link.manage", "group.view-unpublished"],
  ],
  tied: [[], ["group.administer"], ["group.view", "member.join"], ["group.configure", "member.add", "leader.appoint"]],
};

/** A likely column, and a few of all possible cells besides. */
function column(name: string, kind = name): fc.Arbitrary<string[]> {
  const possible = GROUP_PERMISSIONS.filter((permission) => isPossibleCell(name, permission, ["post"]));
  const base = fc.constantFrom(...(LIKELY[kind] ?? []));
  return fc
    .tuple(base, fc.oneof(sure<string[]>([], 2), { arbitrary: some(possible, 3), weight: 1 }))
    .map(([likelyOnes, more]) => [...new Set([...likelyOnes, ...more])].filter((one) => possible.includes(one)));
}

const roles = fc.record({
  ...{ anonymous: column("anonymous"), outsider: column("outsider"), member: column("member") },
  ...{ leader: column("leader"), admin: column("admin"), officer: column("officer") },
});

const tied = (kind: "outsider" | "insider") =>
  fc.record({ staff: column(`${kind}:staff`, "tied"), blue: column(`${kind}:blue`, "tied") }, { requiredKeys: [] });

const type: fc.Arbitrary<World["types"][string]> = fc.record({
  content: fc.constant(["post"]),
  creator: fc.record({ member: fc.boolean(), roles: some(COLUMNS, 1) }),
  ...{ roles, advancedOutsider: tied("outsider"), insider: tied("insider") },
});

const account = (person: string) =>
  fc.record({
    roles: fc.oneof({ arbitrary: some(CUSTOM), weight: 3 }, sure(["member"], 1)),
    owner: likely(person === "root" ? 100 : person === "carl" ? 10 : 0),
    active: fc.constant(person !== "zed"),
  });

const membership = fc.oneof(
  { arbitrary: some(COLUMNS, 2), weight: 4 },
  {
    arbitrary: fc.record({ roles: some(COLUMNS, 1), until: fc.constantFrom("+1h", "+1d", "+2d", "never") }),
    weight: 1,
  },
);

function group(name: string): fc.Arbitrary<WorldGroup> {
  const others = GROUPS.filter((other) => other !== name);
  return fc.record({
    type: fc.constantFrom(...TYPES, "squad"),
    ...{ internal: likely(20), hidden: likely(15), open: likely(40), public: likely(30) },
    ...{ restricted: likely(15), published: likely(85), creator: fc.constantFrom(...PEOPLE) },
    eligibleRoles: fc.oneof(sure<string[]>([], 5), { arbitrary: some(["authenticated", ...CUSTOM], 1), weight: 4 }),
    confers: fc.oneof(sure<string[]>([], 3), { arbitrary: some(CUSTOM, 2), weight: 1 }),
    members: fc.dictionary(fc.constantFrom(...PEOPLE), membership, { maxKeys: 4, noNullPrototype: true }),
    leaders: fc.record({
      accounts: fc.oneof(sure<string[]>([], 2), { arbitrary: some(PEOPLE, 2), weight: 1 }),
      groups: fc.oneof(sure<string[]>([], 4), { arbitrary: some(others, 1), weight: 1 }),
    }),
  });
}

const link = fc.record({
  ...{ group: fc.constantFrom("scouts", "camp"), by: fc.oneof(sure("root", 3), sure("alice", 2), sure("zed", 1)) },
  maxUses: fc.constantFrom(null, 1, 2),
  expires: fc.constantFrom("+7d", "never", "+1h", "-1h"),
  asksApproval: likely(25),
});

const post = fc.record({
  ...{ group: fc.constantFrom("scouts", "camp"), by: fc.constantFrom("alice", "bob", "root"), published: likely(60) },
});

/** All of the first, some of the others. */
const named = <T>(sure: readonly string[], perhaps: readonly string[], make: (name: string) => fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries([...sure, ...perhaps].map((name) => [name, make(name)])), {
    requiredKeys: [...sure],
  }) as fc.Arbitrary<{ [name: string]: T }>;

export const worlds: fc.Arbitrary<World> = fc
  .record({
    name: fc.constant("A world by chance"),
    settings: fc.oneof(sure({}, 1), {
      arbitrary: fc.record({
        ...{ autoLeave: likely(30), notifyLeaders: likely(70), reservedNames: some(["Council"], 1) },
      }),
      weight: 1,
    }),
    ...{ globalRoles, types: named(["squad"], ["band"], () => type), accounts: named(PEOPLE, [], account) },
    groups: named(["scouts", "camp"], ["den", "plaza"], group),
    ...{ links: named(["l1"], ["l2"], () => link), posts: named(["p1"], ["p2"], () => post) },
  })
  .map(consistent);

/** Without what refers to a type or a group that this world has not. */
function consistent(world: World): World {
  const type = (name: string) => (name in world.types ? name : "squad");
  const there = ({ accounts, groups }: WorldGroup["leaders"]) => ({
    accounts,
    groups: groups.filter((name) => name in world.groups),
  });
  const groups = Object.entries(world.groups).map(([name, group]) => [
    name,
    { ...group, type: type(group.type), leaders: there(group.leaders) },
  ]);
  return { ...world, groups: Object.fromEntries(groups), globalRoles: rolesOf(world) };
}

/** A right to create groups of a type goes with the type. */
const rolesOf = ({ globalRoles: roles, types }: World): World["globalRoles"] =>
  Object.fromEntries(
    Object.entries(roles).map(([role, held]) => [
      role,
      held.filter((one) => !one.startsWith("group.create:") || one.slice("group.create:".length) in types),
    ]),
  );
