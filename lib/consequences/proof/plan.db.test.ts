/** Random worlds, random causes: the preview, the write and an oracle over sets say the same. */
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GroupDraft, peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import type { Plan } from "@/lib/consequences/plan";
import { preview } from "@/lib/gate";
import { configureGroup, configuring } from "@/lib/groups/commands/configure-group";
import { deleteGroup, deleting } from "@/lib/groups/commands/delete-group";
import { removeMember, removing } from "@/lib/members/commands/remove-member";
import { deactivateAccount, previewDeactivateAccount } from "@/lib/people/commands/activation";
import { deleteAccount, previewDeleteAccount } from "@/lib/people/commands/delete-account";
import { previewUnassignGlobalRole, unassignGlobalRole } from "@/lib/people/commands/global-roles";
import { previewUnmakeOwner, unmakeOwner } from "@/lib/people/commands/owners";
import { previewGlobalGrants, revokeGlobal } from "@/lib/permissions/commands/change-global-grants";
import { deleteGlobalRole, previewDeleteGlobalRole } from "@/lib/permissions/commands/global-roles";
import { type Cause, expectedAfter, type GroupState, type State } from "./oracle";

const WORLDS = 24;
const SEED = 20_261_122;
const ROLES = ["member", "blue", "scholar", "smith"];
const ACCOUNTS = ["ann", "ben", "cat", "dan", "eve"];
const GROUPS = ["g1", "g2", "g3", "g4", "g5"];

const some = (items: readonly string[]) => fc.subarray([...items]);
const few = (items: readonly string[]) => fc.subarray([...items], { maxLength: 2 });
const flags = fc.record({
  internal: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  open: fc.boolean(),
  public: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  restricted: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  eligible: few([...ROLES, "authenticated"]),
  confers: few(ROLES),
});
const group = fc.tuple(flags, some(ACCOUNTS), some(ACCOUNTS)).map(([shape, members, asking]): GroupDraft => {
  const pending = asking.map((name) => [name, members.includes(name) ? "leave" : "join"] as const);
  return { ...shape, members, pending: shape.internal ? {} : Object.fromEntries(pending) };
});
const account = fc.record({
  roles: some(ROLES),
  owner: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  active: fc.integer({ min: 0, max: 7 }).map((n) => n > 0),
});
const all = <T>(names: readonly string[], one: fc.Arbitrary<T>) =>
  fc.tuple(...names.map(() => one)).map((made) => Object.fromEntries(names.map((name, n) => [name, made[n] as T])));

const draft: fc.Arbitrary<WorldDraft> = fc
  .record({ accounts: all(ACCOUNTS, account), groups: all(GROUPS, group), asking: some([...ROLES, "authenticated"]) })
  .map(({ accounts, groups, asking }) => ({
    roles: Object.fromEntries([...ROLES, "authenticated"].map((r) => [r, asking.includes(r) ? ["group.request"] : []])),
    types: { club: { outsider: ["group.view", "member.join"] } },
    accounts: { ...accounts, root: { owner: true } },
    groups,
  }));

const cause: fc.Arbitrary<Cause> = fc.oneof(
  fc.record({
    kind: fc.constant("take-role" as const),
    account: fc.constantFrom(...ACCOUNTS),
    role: fc.constantFrom(...ROLES),
  }),
  fc.record({ kind: fc.constant("revoke-request" as const), role: fc.constantFrom(...ROLES, "authenticated") }),
  fc.record({ kind: fc.constant("delete-role" as const), role: fc.constantFrom(...ROLES) }),
  fc.record({
    kind: fc.constantFrom("unmake-owner" as const, "deactivate" as const, "delete" as const),
    account: fc.constantFrom(...ACCOUNTS),
  }),
  fc.record({
    kind: fc.constant("remove-member" as const),
    account: fc.constantFrom(...ACCOUNTS),
    group: fc.constantFrom(...GROUPS),
  }),
  fc.record({ kind: fc.constant("delete-group" as const), group: fc.constantFrom(...GROUPS) }),
  fc.record({ kind: fc.constant("configure" as const), group: fc.constantFrom(...GROUPS), to: flags.map(stateOf) }),
  fc.record({
    kind: fc.constant("configure" as const),
    group: fc.constantFrom(...GROUPS),
    to: flags.map((to) => stateOf({ ...to, internal: false, restricted: false, open: true })),
  }),
);

function stateOf({
  eligible,
  confers,
  ...rest
}: { eligible: readonly string[]; confers: readonly string[] } & Omit<GroupState, "eligible" | "confers">): GroupState {
  return { ...rest, eligible: new Set(eligible), confers: new Set(confers) };
}

async function stored(world: World): Promise<State> {
  const names = (rows: { id: string }[]) => rows.map(({ id }) => world.name(id));
  const accounts = await world.rows<{ id: string; owner: boolean; active: boolean; direct: string[] }>(sql`
    select id, owner, active, array(select role from account_role r where r.account_id = a.id) as direct from account a`);
  const groups = await world.rows<{ id: string } & Parameters<typeof stateOf>[0]>(sql`
    select id, public, internal, open, restricted,
      array(select role from group_eligible_role e where e.group_id = g.id) as eligible,
      array(select role from group_conferred_role c where c.group_id = g.id) as confers from groups g`);
  const members = await world.rows<{ a: string; g: string }>(
    sql`select account_id as a, group_id as g from membership`,
  );
  const pending = await world.rows<{ a: string; g: string; kind: "join" | "leave" }>(
    sql`select account_id as a, group_id as g, kind from request where status = 'pending'`,
  );
  const roles = await world.rows<{ role: string }>(
    sql`select role from global_grant where permission = 'group.request'`,
  );
  const pair = ({ a, g }: { a: string; g: string }) => names([{ id: a }, { id: g }]).join(" ");
  return {
    requestRoles: new Set(roles.map(({ role }) => role)),
    accounts: new Map(accounts.map((a) => [world.name(a.id), { ...a, direct: new Set(a.direct) }])),
    groups: new Map(groups.map(({ id, ...g }) => [world.name(id), stateOf(g)])),
    members: new Set(members.map(pair)),
    pending: new Map(pending.map((row) => [pair(row), row.kind])),
  };
}

/** The cause as its command: previewed, then carried out. */
async function bringAbout(world: World, what: Cause): Promise<{ plan: Plan | null; done: boolean }> {
  const root = await world.as("root");
  const reason = "";
  const run = async <I>(
    look: (viewer: typeof root, input: I) => Promise<{ plan: Plan | null }>,
    write: (viewer: typeof root, input: I) => Promise<{ done: boolean }>,
    input: I,
  ) => ({ plan: (await look(root, input)).plan, done: (await write(root, input)).done });
  switch (what.kind) {
    case "take-role":
      return run(previewUnassignGlobalRole, unassignGlobalRole, {
        account: world.id(what.account),
        role: what.role,
        reason,
      });
    case "revoke-request": {
      const { role } = what;
      const changes = [{ role, permission: "group.request", on: false }];
      const { plan } = await previewGlobalGrants(root, { changes, reason });
      return { plan, done: (await revokeGlobal(root, { role, permission: "group.request", reason })).done };
    }
    case "delete-role":
      return run(previewDeleteGlobalRole, deleteGlobalRole, { role: what.role, reason });
    case "unmake-owner":
      return run(previewUnmakeOwner, unmakeOwner, { account: world.id(what.account), reason });
    case "deactivate":
      return run(previewDeactivateAccount, deactivateAccount, { account: world.id(what.account), reason });
    case "delete":
      return run(previewDeleteAccount, deleteAccount, { account: world.id(what.account), reason });
    case "remove-member":
      return run(preview(removing), removeMember, {
        group: `${what.group}-aaaaaa`,
        account: world.id(what.account),
        reason,
      });
    case "delete-group":
      return run(preview(deleting), deleteGroup, { group: `${what.group}-aaaaaa` });
    case "configure": {
      const { eligible, confers, ...wanted } = what.to;
      const lists = { eligibleRoles: [...eligible], confers: [...confers] };
      return run(preview(configuring), configureGroup, { group: `${what.group}-aaaaaa`, flags: wanted, ...lists });
    }
  }
}

/** A cause that is none here: nothing to take, nobody to remove. */
function isIdle(state: State, what: Cause): boolean {
  if (what.kind === "take-role") return !state.accounts.get(what.account)?.direct.has(what.role);
  if (what.kind === "revoke-request") return !state.requestRoles.has(what.role);
  if (what.kind === "unmake-owner") return !state.accounts.get(what.account)?.owner;
  if (what.kind === "deactivate") return !state.accounts.get(what.account)?.active;
  if (what.kind === "remove-member") return !state.members.has(`${what.account} ${what.group}`);
  return false;
}

const sorted = (items: Iterable<string>) => [...items].sort();

/** Facts left out of what the oracle is told: each must show in some world, or the worlds prove nothing of it. */
const BLINDFOLDS: Readonly<Record<string, (state: State) => State>> = {
  "public groups keep everybody": (s) => ({ ...s, groups: each(s.groups, (g) => ({ ...g, public: false })) }),
  "site owners hold everything": (s) => ({ ...s, accounts: each(s.accounts, (a) => ({ ...a, owner: false })) }),
  "roles hold the right to request": (s) => ({ ...s, requestRoles: new Set() }),
  "groups list eligible roles": (s) => ({ ...s, groups: each(s.groups, (g) => ({ ...g, eligible: new Set() })) }),
  "groups confer roles": (s) => ({ ...s, groups: each(s.groups, (g) => ({ ...g, confers: new Set() })) }),
};
const each = <V>(map: ReadonlyMap<string, V>, change: (value: V) => V) =>
  new Map([...map].map(([key, value]) => [key, change(value)] as const));

const effects = { pruned: 0, closed: 0, carriedOut: 0, madeInternal: 0, rolesEnded: 0, rolesBegun: 0 };
const noticed = new Set<string>();

/** Does one thing to the world and holds what came of it against the preview and the oracle. */
async function check(at: World, what: Cause): Promise<void> {
  const before = await stored(at);
  const known =
    (!("account" in what) || before.accounts.has(what.account)) &&
    (!("group" in what) || before.groups.has(what.group));
  if (!known || isIdle(before, what)) return;
  const { plan, done } = await bringAbout(at, what);
  if (!done || !plan) return;
  const after = await stored(at);
  const expected = expectedAfter(before, what);
  const told = JSON.stringify(what, (_, value) => (value instanceof Set ? [...value] : value));
  const came = {
    members: sorted(after.members),
    pending: sorted(after.pending.keys()),
    internal: sorted([...after.groups].flatMap(([id, g]) => (g.internal ? [id] : []))),
  };
  expect(came, told).toEqual(listed(expected));
  expect(planned(at, plan, what), told).toEqual(undone(before, after, what));
  for (const key of Object.keys(effects) as (keyof typeof effects)[]) effects[key] += plan[key].length;
  for (const [fact, blindfold] of Object.entries(BLINDFOLDS)) {
    const { members, pending } = listed(expectedAfter(blindfold(before), what));
    if (JSON.stringify([members, pending]) !== JSON.stringify([came.members, came.pending])) noticed.add(fact);
  }
}

const listed = ({ members, pending, internal }: ReturnType<typeof expectedAfter>) => ({
  members: sorted(members),
  pending: sorted(pending),
  internal: sorted(internal),
});

const isOwn = (pair: string, what: Cause): boolean =>
  what.kind === "remove-member"
    ? pair === `${what.account} ${what.group}`
    : what.kind === "delete-group" && pair.endsWith(` ${what.group}`);

/** What the preview said would end, besides what the command itself ends. */
function planned(at: World, { pruned, closed, carriedOut }: Plan, what: Cause) {
  const pairs = (list: readonly { accountId: string; groupId: string }[]) =>
    sorted(list.map((p) => `${at.name(p.accountId)} ${at.name(p.groupId)}`).filter((pair) => !isOwn(pair, what)));
  return { members: pairs(pruned), pending: pairs([...closed, ...carriedOut]) };
}

function undone(before: State, after: State, what: Cause) {
  const gone = (was: Iterable<string>, is: { has(pair: string): boolean }) =>
    sorted([...was].filter((pair) => !is.has(pair) && !isOwn(pair, what)));
  return { members: gone(before.members, after.members), pending: gone(before.pending.keys(), after.pending) };
}

describe("preview, write and oracle", () => {
  const causes = fc.array(cause, { minLength: 4, maxLength: 8 });
  const cases = fc.sample(fc.tuple(draft, causes), { numRuns: WORLDS, seed: SEED });

  it.each(cases.map(([world, list], n) => ({ n, world, list })))("agree on world $n", async ({ world, list }) => {
    const at = await peopledWorld(world);
    for (const what of list) await check(at, what);
  });

  it("have met every consequence, and every fact has mattered", () => {
    expect(Object.entries(effects).filter(([, count]) => count === 0)).toEqual([]);
    expect(sorted(noticed)).toEqual(sorted(Object.keys(BLINDFOLDS)));
  });
});
