/** Joining against whatever takes the right to be there, at the same moment: whoever comes first, nobody is left inside. */
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { configureGroup } from "@/lib/groups/commands/configure-group";
import { configureGroup as configureShape } from "@/lib/groups/schema";
import { joinGroup } from "@/lib/members/commands/join-group";
import { deactivateAccount } from "@/lib/people/commands/activation";
import { deleteAccount } from "@/lib/people/commands/delete-account";
import { unassignGlobalRole } from "@/lib/people/commands/global-roles";
import { revokeGlobal } from "@/lib/permissions/commands/change-global-grants";
import { deleteGlobalRole } from "@/lib/permissions/commands/global-roles";

const ROUNDS = 6;
const reason = "";
type Taking = (world: World, account: string) => Promise<{ done: boolean }>;

const takings: Readonly<Record<string, Taking>> = {
  "the permission being revoked": async (world) =>
    revokeGlobal(await world.as("root"), { role: "member", permission: "group.request", reason }),
  "the role being deleted": async (world) => deleteGlobalRole(await world.as("root"), { role: "member", reason }),
  "the role being taken": async (world, account) =>
    unassignGlobalRole(await world.as("root"), { account: world.id(account), role: "member", reason }),
  "the eligible roles being changed": async (world) =>
    configureGroup(await world.as("root"), configureShape.parse({ group: "hall-aaaaaa", eligibleRoles: ["blue"] })),
  "being deactivated": async (world, account) =>
    deactivateAccount(await world.as("root"), { account: world.id(account), reason }),
  "being deleted": async (world, account) =>
    deleteAccount(await world.as("root"), { account: world.id(account), reason }),
};

it.each(Object.entries(takings))("T13 joining races %s", async (_, taking) => {
  const names = Array.from({ length: ROUNDS }, (__, n) => `a${n}`);
  const world = await peopledWorld({
    roles: { member: ["group.request"], blue: [] },
    types: { club: { outsider: ["group.view", "member.join"] } },
    accounts: { root: { owner: true }, ...Object.fromEntries(names.map((name) => [name, { roles: ["member"] }])) },
    groups: { hall: { open: true } },
  });
  const viewers = await Promise.all(names.map((name) => world.as(name)));
  const answers = new Set<string>();
  await Promise.all(
    names.map(async (name, n) => {
      const viewer = viewers[n];
      if (!viewer) throw new Error(`no ${name}`);
      const joining = joinGroup(viewer, { group: "hall-aaaaaa", note: "" }).then(
        ({ answer }) => answers.add(answer),
        (refusal) => answers.add(refusal.code),
      );
      await Promise.all([joining, taking(world, name)]);
    }),
  );
  expect(await world.members("hall")).toEqual([]);
  const [{ said, pruned } = { said: 0, pruned: 0 }] = await world.rows<{ said: number; pruned: number }>(sql`
    select count(*) filter (where event = 'member.joined')::int as said,
      count(*) filter (where event = 'member.pruned')::int as pruned from audit`);
  expect(pruned).toBe(said);
  const words = ["joined", "busy", "needs-request-permission", "not-eligible", "not-found", "sign-in"];
  expect([...answers].filter((answer) => !words.includes(answer))).toEqual([]);
});
