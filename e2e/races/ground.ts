/** What the races stand on: a world, names in it, what is counted afterwards, and the guards that are taken out. */
import { sql } from "drizzle-orm";
import type { Edit } from "@/e2e/support/edited-code";
import type { Round } from "./race";

export const slug = (name: string) => `${name}-aaaaaa`;
export const note = "";
export const reason = "";

export const OPEN = {
  roles: { member: ["group.request"], blue: ["group.request"] },
  types: {
    club: {
      outsider: ["group.view", "member.join"],
      member: ["group.view", "post.create", "link.manage", "leader.appoint", "request.decide"],
    },
  },
};

export const STATEMENT = "lib/gate/statement.ts";

/** Versions are believed unseen: what was read may have moved. */
export const STALE: readonly Edit[] = [
  { file: STATEMENT, cut: "${alias}.version = ${accounts[id]}", instead: "true" },
  { file: STATEMENT, cut: "${alias}.version = ${versions.groups?.[id]}", instead: "true" },
  { file: STATEMENT, cut: "sql`p.version = ${viewer.policy.version}`", instead: "sql`true`" },
];
export const VERSIONS = "the versions that the write asks again";

export const group = (n: number) => `g${n}`;
export const ann = (n: number) => `a${n}`;
export const bob = (n: number) => `b${n}`;

export async function numbers({
  world,
  n,
}: Round): Promise<{ members: number; joined: number; left: number; pending: number }> {
  const id = world.id(group(n));
  const [row] = await world.rows<{ members: number; joined: number; left: number; pending: number }>(sql`
    select (select count(*)::int from membership where group_id = ${id}::uuid) as members,
      (select count(*)::int from audit where group_id = ${id}::uuid and event in ('member.joined', 'member.added')) as joined,
      (select count(*)::int from audit where group_id = ${id}::uuid and event in ('member.left', 'member.removed', 'member.pruned')) as left,
      (select count(*)::int from request where group_id = ${id}::uuid and status = 'pending') as pending`);
  if (!row) throw new Error("no numbers");
  return row;
}

export const unless = (fine: boolean, what: string): string[] => (fine ? [] : [what]);
export const isLogged = ({ members, joined, left }: { members: number; joined: number; left: number }) =>
  unless(members === joined - left, "not every change of membership is in the log once");

export const LOCKS = "the locks";
export const NO_LOCKS: readonly Edit[] = [
  { file: "lib/gate.ts", cut: "    await lock(tx, viewer, locks);\n" },
  { file: "lib/gate.ts", cut: "      await takeTurn(tx);\n" },
];
