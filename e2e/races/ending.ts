/** Races of somebody who is being deactivated against whatever they still do: it was done before, or not at all. */
import { sql } from "drizzle-orm";
import { createJoinLink as linkShape } from "@/lib/join-links/schema";
import { appointLeader as leaderShape } from "@/lib/leaders/schema";
import { createPost as postShape } from "@/lib/posts/schema";
import { ann, bob, group, LOCKS, NO_LOCKS, OPEN, reason, STALE, slug, unless, VERSIONS } from "./ground";
import type { Race, Round } from "./race";

type Doing = (round: Round) => Promise<() => Promise<{ readonly answer: string }>>;

function against(what: string, kept: string, shared: boolean, doing: Doing): Race {
  return {
    name: `deactivation against ${what}`,
    shared: OPEN,
    draft: (n) => ({
      accounts: { [ann(n)]: { roles: ["member"] }, [bob(n)]: { roles: ["member"] } },
      groups: { [group(n)]: { members: [ann(n)], pending: { [bob(n)]: "join" } } },
    }),
    async sides(round) {
      const viewer = await round.as("root", 1);
      const account = round.world.id(ann(round.n));
      return [await doing(round), () => round.verbs.deactivateAccount(viewer, { account, reason })];
    },
    wrong: doneTooLate,
    words: ["created", "changed", "approved", "not-found", "not-permitted", "busy"],
    twin: shared ? { takenOut: VERSIONS, edits: STALE, kept } : { takenOut: LOCKS, edits: NO_LOCKS, kept },
  };
}

/** What is in the log by somebody comes before their end in it, and no link of theirs is left to join by. */
async function doneTooLate({ world, n }: Round): Promise<string[]> {
  const id = world.id(ann(n));
  const [row] = await world.rows<{ done: number; ended: number; links: number }>(sql`
    select (select coalesce(max(id), 0)::int from audit where actor_id = ${id}::uuid) as done,
      (select coalesce(max(id), 0)::int from audit where account_id = ${id}::uuid and event = 'account.deactivated') as ended,
      (select count(*)::int from join_link where maker_id = ${id}::uuid and revoked_at is null) as links`);
  return [
    ...unless((row?.done ?? 0) < (row?.ended ?? 0), "done by somebody who was inactive by then"),
    ...unless(row?.links === 0, "a link of theirs is left"),
  ];
}

const by = ({ n, as }: Round) => as(ann(n), 0);
const there = ({ n }: Round) => slug(group(n));

export const ENDING: readonly Race[] = [
  against("posting", "post.create", true, async (round) => {
    const viewer = await by(round);
    const input = postShape.parse({ group: there(round), title: "Late" });
    return () => round.verbs.createPost(viewer, input);
  }),
  against("making a link", "link.create", false, async (round) => {
    const viewer = await by(round);
    const input = linkShape.parse({ group: there(round) });
    return () => round.verbs.createJoinLink(viewer, input);
  }),
  against("approving", "request.decide", false, async (round) => {
    const viewer = await by(round);
    const account = round.world.id(bob(round.n));
    const input = { group: there(round), account, verdict: "approve", kind: null, reason } as const;
    return () => round.verbs.decideRequest(viewer, input);
  }),
  against("appointing", "leader.appoint", false, async (round) => {
    const viewer = await by(round);
    const input = leaderShape.parse({ group: there(round), account: round.world.id(bob(round.n)) });
    return () => round.verbs.appointLeader(viewer, input);
  }),
];
