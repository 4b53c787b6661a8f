/** Who is put in charge of a group. Leading is not being in: eligibility is flagged, not asked. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { command } from "@/lib/gate";
import type { ExclusiveCommand, Raises, Telling } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { type FoundSituation, findSituation } from "@/lib/groups/facts";
import { listSeats, type Person } from "@/lib/members/seats";
import { doorOf } from "@/lib/policy/answers/door";
import { answerLeader, type LeaderAnswer } from "@/lib/policy/answers/leaders";
import { mayAppointLeader, mayDismiss, type Seat } from "@/lib/policy/ceilings";
import { decide, sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import type { LeaderInput } from "./schema";

interface Facts {
  readonly found: FoundSituation | null;
  readonly target: Person | null;
  readonly leaderGroup: FoundSituation | null;
  readonly already: boolean;
  /** members of the leader group, as leaders of the group */
  readonly members: readonly Person[];
}

export const appointing = leaderCommand("appoint");
export const dismissing = leaderCommand("dismiss");
/** Puts an account or a leader group in charge. */
export const appointLeader = command(appointing);
/** Takes an account or a leader group out of charge. */
export const dismissLeader = command(dismissing);

function leaderCommand(verb: "appoint" | "dismiss"): ExclusiveCommand<LeaderInput, Facts, LeaderAnswer> {
  return {
    way: "exclusive",
    verb: `leader.${verb}`,
    proceeds: ["changed"],
    facts: findFacts,

    answer(viewer, facts) {
      const { found, target, leaderGroup, already } = facts;
      const situation = found?.situation ?? null;
      const targetFound = target ? target.active || verb === "dismiss" : leaderGroup !== null;
      if (isSite(viewer)) return situation && (target || leaderGroup) ? "changed" : "not-found";
      const visible = leaderGroup === null || sees(viewer, leaderGroup.situation) || (verb === "dismiss" && already);
      return answerLeader({
        ...doorOf(viewer, situation),
        mayAppoint: situation !== null && decide(viewer, situation, "leader.appoint").allowed,
        restricted: situation?.group.restricted ?? false,
        owner: viewer.account?.owner ?? false,
        targetFound: targetFound && visible,
        already: verb === "appoint" ? already : !already,
        exceeds: situation !== null && exceeds(verb, { viewer, situation }, facts),
      });
    },

    exclusively(_viewer, { found, target, members }) {
      const groups = found ? [found.group.id] : [];
      const accounts = target ? [target.accountId] : members.map((m) => m.accountId);
      const raises: Raises = { accounts, groups };
      return { locks: { policy: "share", accounts, groups }, raises, changes: [] };
    },

    writing(viewer, { found, target, leaderGroup, already, members }) {
      if (!found || already === (verb === "appoint")) return null;
      const groupId = found.group.id;
      const accountId = target?.accountId ?? null;
      const leaderGroupId = leaderGroup?.group.id ?? null;
      const statement =
        verb === "appoint"
          ? sql`insert into leader (group_id, account_id, leader_group_id, by_id)
              select ${groupId}::uuid, ${accountId}::uuid, ${leaderGroupId}::uuid, ${viewer.account?.id ?? null}::uuid
              from guard returning id`
          : sql`delete from leader l using guard where l.group_id = ${groupId}::uuid
              and l.account_id is not distinct from ${accountId}::uuid
              and l.leader_group_id is not distinct from ${leaderGroupId}::uuid returning l.id`;
      const event = verb === "appoint" ? "leader.appointed" : "leader.dismissed";
      const told = accountId ? [accountId] : members.map((m) => m.accountId);
      return {
        parts: [{ name: "led", statement }],
        held: sql`exists (select 1 from led)`,
        events: [
          {
            ...{ event, accountId, groupId, subjectId: leaderGroupId ?? undefined },
            after: leaderGroup ? { leaderGroup: leaderGroup.group.name } : undefined,
          },
        ],
        tellings: isSite(viewer) ? [] : told.map((to): Telling => ({ event, to, groupId })),
      };
    },
  };
}

function exceeds(verb: "appoint" | "dismiss", actor: Seat, { target, members }: Facts): boolean {
  if (verb === "appoint") return !mayAppointLeader(actor);
  const seats = target ? [target] : members;
  return !mayDismiss(actor, seats);
}

async function findFacts(read: Reader, viewer: Viewer, input: LeaderInput): Promise<Facts> {
  const found = await findSituation(read, viewer, { slug: input.group });
  const none: Facts = { found, target: null, leaderGroup: null, already: false, members: [] };
  if (!found) return none;
  if (input.account) {
    const seats = await listSeats(read, viewer.policy, found.situation, [input.account]);
    const target = seats.get(input.account) ?? null;
    return { ...none, target, already: await leadsAlready(read, found.group.id, input.account, null) };
  }
  const leaderGroup = await findSituation(read, viewer, { slug: input.leaderGroup ?? "" });
  if (!leaderGroup || leaderGroup.group.id === found.group.id) return none;
  const ids = await read.rows<{ id: string }>(sql`select account_id as id from membership
    where group_id = ${leaderGroup.group.id}::uuid order by 1`);
  const seats = await listSeats(
    read,
    viewer.policy,
    found.situation,
    ids.map((row) => row.id),
  );
  const already = await leadsAlready(read, found.group.id, null, leaderGroup.group.id);
  return { ...none, leaderGroup, already, members: [...seats.values()] };
}

async function leadsAlready(read: Reader, groupId: string, accountId: string | null, leaderGroupId: string | null) {
  const rows = await read.rows(sql`select 1 from leader where group_id = ${groupId}::uuid
    and account_id is not distinct from ${accountId}::uuid and leader_group_id is not distinct from ${leaderGroupId}::uuid`);
  return rows.length > 0;
}
