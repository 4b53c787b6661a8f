/** Everything at once: joins, decisions, roles, flags and site-wide rights. Nobody sees a deadlock, and the log adds up. */
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { configureGroup } from "@/lib/groups/commands/configure-group";
import { addMember } from "@/lib/members/commands/add-member";
import { joinGroup } from "@/lib/members/commands/join-group";
import { leaveGroup } from "@/lib/members/commands/leave-group";
import { removeMember } from "@/lib/members/commands/remove-member";
import { assignGlobalRole, unassignGlobalRole } from "@/lib/people/commands/global-roles";
import { changeGlobalGrants } from "@/lib/permissions/commands/change-global-grants";
import { openPortal } from "@/lib/portal";
import { Refusal } from "@/lib/refusal";
import { decideRequest } from "@/lib/requests/commands";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import { slug } from "./ground";

const ROUNDS = Number(process.env.MIXED_ROUNDS ?? 40);
const HANDS = 8;
const PEOPLE = Array.from({ length: 16 }, (_, n) => `p${n}`);
const GROUPS = Array.from({ length: 5 }, (_, n) => `g${n}`);

const one = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

async function crowd(): Promise<World> {
  const roles = (n: number) => (n % 3 === 0 ? ["blue"] : ["member"]);
  return peopledWorld({
    roles: { member: ["group.request"], blue: ["group.request"] },
    types: { club: { outsider: ["group.view", "member.join"], member: ["group.view", "member.leave"] } },
    accounts: { root: { owner: true }, ...Object.fromEntries(PEOPLE.map((name, n) => [name, { roles: roles(n) }])) },
    groups: Object.fromEntries(
      GROUPS.map((name, n) => [
        name,
        { open: n % 2 === 0, eligible: n === 3 ? ["blue"] : [], confers: n === 4 ? ["blue"] : [] },
      ]),
    ),
  });
}

type Act = (who: Viewer, root: Viewer, at: World) => Promise<unknown>;

const ACTS: readonly Act[] = [
  (who) => joinGroup(who, { group: slug(one(GROUPS)), note: "" }),
  (who) => joinGroup(who, { group: slug(one(GROUPS)), note: "" }),
  (who) => leaveGroup(who, { group: slug(one(GROUPS)), note: "" }),
  (_, root, at) => addMember(root, { group: slug(one(GROUPS)), account: at.id(one(PEOPLE)), roles: [], until: null }),
  (_, root, at) => removeMember(root, { group: slug(one(GROUPS)), account: at.id(one(PEOPLE)), reason: "" }),
  (_, root, at) =>
    decideRequest(root, {
      ...{ group: slug(one(GROUPS)), account: at.id(one(PEOPLE)) },
      ...{ verdict: one(["approve", "reject"] as const), kind: null, reason: "" },
    }),
  (_, root) => configureGroup(root, { group: slug(one(GROUPS)), flags: { open: one([true, false]) } }),
  (_, root, at) => assignGlobalRole(root, { account: at.id(one(PEOPLE)), role: "member", reason: "" }),
  (_, root, at) => unassignGlobalRole(root, { account: at.id(one(PEOPLE)), role: "member", reason: "" }),
  (_, root) =>
    changeGlobalGrants(root, {
      changes: [{ role: "member", permission: "group.request", on: one([true, false]) }],
      reason: "",
    }),
];

it("T69 under mixed load nobody sees a deadlock, and every membership is in the log once", {
  timeout: 120_000,
}, async () => {
  const at = await crowd();
  const other = await openPortal({ url: at.clone.appUrl, size: 6, logLevel: "silent" });
  const told = { done: 0, busy: 0, faults: [] as string[] };
  const hand = async (n: number) => {
    const portal = n % 2 === 0 ? at.portal : other;
    for (let round = 0; round < ROUNDS; round++) {
      const [who, root] = await Promise.all([
        findViewer(portal, { account: at.id(one(PEOPLE)) }),
        findViewer(portal, { account: at.id("root") }),
      ]);
      await one(ACTS)(who, root, at).then(
        () => told.done++,
        (error) => (error instanceof Refusal && error.code === "busy" ? told.busy++ : told.faults.push(String(error))),
      );
    }
  };
  await Promise.all(Array.from({ length: HANDS }, (_, n) => hand(n)));
  await other.store.end();
  console.log(`mixed load: ${told.done} acts, ${told.busy} asked to try again`);
  expect(told.faults).toEqual([]);
  expect(told.done).toBeGreaterThan((HANDS * ROUNDS * 9) / 10);
  expect(await wrong(at)).toEqual([]);
});

/** Memberships that the log does not add up to, requests of members, and members without the right to be there. */
async function wrong(at: World): Promise<unknown[]> {
  return at.rows(sql`
    select 'log' as what, g.slug from groups g where (select count(*) from membership m where m.group_id = g.id) <>
      (select count(*) filter (where event in ('member.joined', 'member.added'))
        - count(*) filter (where event in ('member.left', 'member.removed', 'member.pruned')) from audit a where a.group_id = g.id)
    union all select 'request of a member', g.slug from request r join groups g on g.id = r.group_id
      join membership m on m.group_id = r.group_id and m.account_id = r.account_id where r.status = 'pending' and r.kind = 'join'
    union all select 'not eligible', g.slug from membership m join groups g on g.id = m.group_id
      join group_eligible_role e on e.group_id = g.id
      where not exists (select 1 from account_role r where r.account_id = m.account_id and r.role = e.role)
        and not exists (select 1 from membership c join group_conferred_role f on f.group_id = c.group_id
          where c.account_id = m.account_id and f.role = e.role)`);
}
