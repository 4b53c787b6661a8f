/** Races of people who decide: over a request, over who administers, who owns, and who holds what. */
import { sql } from "drizzle-orm";
import { ann, bob, group, LOCKS, NO_LOCKS, note, numbers, OPEN, reason, slug, unless } from "./ground";
import type { Race } from "./race";

const cal = (n: number) => `c${n}`;

const HALL = {
  ...OPEN,
  types: {
    club: {
      ...OPEN.types.club,
      member: ["group.view", "member.leave"],
      clerk: ["request.decide"],
      boss: ["group.administer"],
    },
  },
};

const ENDS = ["approving", "rejecting", "withdrawing"] as const;
type End = (typeof ENDS)[number];

/** Some of the three ways in which a request can end: it ends once, in one of them. */
const ends = (...those: readonly End[]): Race => ({
  name: those.join(" against "),
  shared: HALL,
  draft: (n) => ({
    accounts: { [ann(n)]: { roles: ["member"] }, [bob(n)]: {}, [cal(n)]: {} },
    groups: { [group(n)]: { members: { [bob(n)]: ["clerk"], [cal(n)]: ["clerk"] }, pending: { [ann(n)]: "join" } } },
  }),
  async sides({ n, as, verbs, world }) {
    const [mine, one, other] = [await as(ann(n), 0), await as(bob(n), 1), await as(cal(n), 0)];
    const input = { group: slug(group(n)), account: world.id(ann(n)), kind: null, reason };
    const ways = {
      approving: () => verbs.decideRequest(one, { ...input, verdict: "approve" }),
      rejecting: () => verbs.decideRequest(other, { ...input, verdict: "reject" }),
      withdrawing: () => verbs.withdrawRequest(mine, { group: slug(group(n)) }),
    };
    return those.map((end) => ways[end]);
  },
  async wrong(round) {
    const { members, joined, pending } = await numbers(round);
    const [row] = await round.world.rows<{ ends: number; approved: boolean }>(sql`
      select (select count(*)::int from audit where group_id = ${round.world.id(group(round.n))}::uuid
          and event in ('request.approved', 'request.rejected', 'request.withdrawn')) as ends,
        exists (select 1 from request where group_id = ${round.world.id(group(round.n))}::uuid and status = 'approved') as approved`);
    return [
      ...unless(row?.ends === 1, `the log has ${row?.ends} ends`),
      ...unless(pending === 0, "it is pending still"),
      ...unless(
        members === 2 + (row?.approved ? 1 : 0) && joined === (row?.approved ? 1 : 0),
        "who is in does not fit the end",
      ),
    ];
  },
  words: ["approved", "rejected", "withdrawn", "no-request", "busy"],
  twin: {
    takenOut: "the locks, and the question whether the request was still pending",
    edits: [
      ...NO_LOCKS,
      { file: "lib/requests/commands.ts", cut: "      held: sql`exists (select 1 from decided)`,\n" },
      { file: "lib/requests/commands.ts", cut: "      held: sql`exists (select 1 from withdrawn)`,\n" },
    ],
    // Only an approval that writes after the withdrawal shows what is missing.
    kept: those.length === 2 && those.includes("withdrawing") ? "request.decide" : "all",
  },
});

/** Whoever asked to leave can go at once by now, while somebody lets them go. */
const letGo: Race = {
  name: "approving a wish to leave against leaving",
  shared: HALL,
  draft: (n) => ({
    accounts: { [ann(n)]: {}, [bob(n)]: {} },
    groups: {
      [group(n)]: { open: true, members: { [ann(n)]: [], [bob(n)]: ["clerk"] }, pending: { [ann(n)]: "leave" } },
    },
  }),
  async sides({ n, as, verbs, world }) {
    const [mine, other] = [await as(ann(n), 0), await as(bob(n), 1)];
    const input = {
      group: slug(group(n)),
      account: world.id(ann(n)),
      kind: "leave",
      verdict: "approve",
      reason,
    } as const;
    return [() => verbs.decideRequest(other, input), () => verbs.leaveGroup(mine, { group: slug(group(n)), note })];
  },
  async wrong(round) {
    const { members, left, pending } = await numbers(round);
    const [row] = await round.world.rows<{ ends: number }>(sql`
      select count(*)::int as ends from audit where group_id = ${round.world.id(group(round.n))}::uuid
        and event in ('request.approved', 'request.closed')`);
    return [
      ...unless(members === 1 && left === 1, `${members} are in, and ${left} ends of a membership in the log`),
      ...unless(pending === 0 && row?.ends === 1, `the request has ${row?.ends} ends`),
    ];
  },
  words: ["approved", "left", "no-request", "not-a-member", "busy"],
  twin: {
    takenOut: "the locks, and the questions whether there was still something to end",
    edits: [
      ...NO_LOCKS,
      { file: "lib/requests/commands.ts", cut: "      held: sql`exists (select 1 from decided)`,\n" },
      { file: "lib/members/commands/leave-group.ts", cut: "    held: sql`exists (select 1 from gone)`,\n" },
    ],
    kept: "all",
  },
};

/** In either order, but never let in by somebody who had lost the right before. */
const deciderLoses: Race = {
  name: "approving against losing the right to",
  shared: HALL,
  draft: (n) => ({
    accounts: { [ann(n)]: { roles: ["member"] }, [bob(n)]: {} },
    groups: { [group(n)]: { members: { [bob(n)]: ["clerk"] }, pending: { [ann(n)]: "join" } } },
  }),
  async sides({ n, as, verbs, world }) {
    const [one, root] = [await as(bob(n), 0), await as("root", 1)];
    const there = slug(group(n));
    const input = { group: there, account: world.id(ann(n)), kind: null, verdict: "approve", reason } as const;
    return [
      () => verbs.decideRequest(one, input),
      () => verbs.setMemberRoles(root, { group: there, account: world.id(bob(n)), roles: [] }),
    ];
  },
  async wrong(round) {
    const { members, pending } = await numbers(round);
    const [row] = await round.world.rows<{ approved: number | null; lost: number }>(sql`
      select (select id::int from audit where group_id = ${round.world.id(group(round.n))}::uuid and event = 'request.approved') as approved,
        (select id::int from audit where group_id = ${round.world.id(group(round.n))}::uuid and event = 'member.roles-changed') as lost`);
    const approved = row?.approved ?? null;
    return [
      ...unless(approved === null || approved < (row?.lost ?? 0), "let in by somebody who could not do that any more"),
      ...unless(members + pending === 2 && (members === 2) === (approved !== null), "who is in does not fit the log"),
    ];
  },
  words: ["approved", "not-permitted", "changed", "busy"],
  twin: { takenOut: LOCKS, edits: NO_LOCKS, kept: "request.decide" },
};

const lastAdministrators: Race = {
  name: "the last two administrators leaving",
  shared: HALL,
  draft: (n) => ({
    accounts: { [ann(n)]: {}, [bob(n)]: {}, [cal(n)]: {} },
    groups: { [group(n)]: { open: true, members: { [ann(n)]: ["boss"], [bob(n)]: ["boss"], [cal(n)]: [] } } },
  }),
  async sides({ n, as, verbs }) {
    const viewers = [await as(ann(n), 0), await as(bob(n), 1)];
    return viewers.map((viewer) => () => verbs.leaveGroup(viewer, { group: slug(group(n)), note }));
  },
  async wrong(round) {
    const { members } = await numbers(round);
    return unless(members === 2, `${members} are left, of whom none administers`);
  },
  words: ["left", "last-admin", "busy"],
  twin: { takenOut: LOCKS, edits: NO_LOCKS, kept: "all" },
};

/** Both are the only owners besides nobody: the world's own root is demoted first. */
const owners: Race = {
  name: "two owners demoting each other",
  shared: HALL,
  draft: (n) => ({ accounts: { [ann(n)]: {}, [bob(n)]: {} } }),
  async sides({ n, as, verbs, world }) {
    await world.rows(
      sql`update account set owner = id in (${world.id(ann(n))}::uuid, ${world.id(bob(n))}::uuid), version = version + 1`,
    );
    const [one, other] = [await as(ann(n), 0), await as(bob(n), 1)];
    return [
      () => verbs.unmakeOwner(one, { account: world.id(bob(n)), reason }),
      () => verbs.unmakeOwner(other, { account: world.id(ann(n)), reason }),
    ];
  },
  async wrong({ world }) {
    const [row] = await world.rows<{ owners: number }>(
      sql`select count(*)::int as owners from account where owner and active`,
    );
    return unless(row?.owners === 1, `${row?.owners} owners are left`);
  },
  words: ["changed", "not-permitted", "last-owner", "busy"],
  twin: {
    takenOut: "the locks, and the trigger that keeps an owner",
    edits: NO_LOCKS,
    sql: ["drop trigger account_owner_remains on account"],
    kept: "all",
  },
};

const grantAgainstPlan: Race = {
  name: "a role being given against a plan of what its lack would cost",
  shared: HALL,
  draft: (n) => ({
    roles: { [`r${n}`]: ["group.request"] },
    accounts: { [ann(n)]: { roles: [`r${n}`] } },
    groups: { [group(n)]: { members: [ann(n)] } },
  }),
  async sides({ n, as, verbs, world }) {
    const [one, other] = [await as("root", 0), await as("root", 1)];
    const account = world.id(ann(n));
    return [
      () => verbs.revokeGlobal(one, { role: `r${n}`, permission: "group.request", reason }),
      () => verbs.assignGlobalRole(other, { account, role: "blue", reason }),
    ];
  },
  async wrong(round) {
    const { world, n } = round;
    const id = world.id(ann(n));
    const { members, ...found } = await numbers(round);
    const [row] = await world.rows<{ given: number; revoked: number }>(sql`
      select (select max(id)::int from audit where event = 'account.role-given' and account_id = ${id}::uuid) as given,
        (select max(id)::int from audit where event = 'permission.revoked' and role = ${`r${n}`}) as revoked`);
    const heldAllAlong = (row?.given ?? 0) < (row?.revoked ?? 0);
    return [
      ...unless(
        members === (heldAllAlong ? 1 : 0),
        heldAllAlong ? "removed though they held the right" : "inside without it",
      ),
      ...unless(members === 1 - found.left, "not every end is in the log once"),
    ];
  },
  words: ["changed", "busy"],
  twin: { takenOut: LOCKS, edits: NO_LOCKS, kept: "permission.change" },
};

export const DECIDING: readonly Race[] = [
  ...[
    ends("approving", "rejecting"),
    ends("approving", "withdrawing"),
    ends("rejecting", "withdrawing"),
    ends(...ENDS),
  ],
  ...[letGo, deciderLoses, lastAdministrators, owners, grantAgainstPlan],
];
