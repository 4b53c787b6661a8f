import { sql } from "drizzle-orm";
import type { Plan } from "@/lib/consequences/plan";
import { command } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { heldThere } from "@/lib/gate/held-there";
import { isSite } from "@/lib/gate/site";
import { doorOf } from "@/lib/policy/answers/door";
import { answerDelete, type DeleteAnswer } from "@/lib/policy/answers/groups";
import { decide } from "@/lib/policy/decide";
import { type FoundSituation, findSituation } from "../facts";
import type { DeleteInput } from "../schema";
import { anywhereIn, NOBODY } from "../seen";

interface Facts {
  readonly found: FoundSituation | null;
  /** `before`: what they held there, null where that was nothing besides being in */
  readonly members: readonly { readonly accountId: string; readonly before: unknown }[];
  /** what is pending in it, and whose */
  readonly waiting: readonly { readonly accountId: string; readonly kind: "join" | "leave" }[];
  /** accounts in charge of it themselves, members or not */
  readonly leaders: readonly string[];
}

export const nobodyIn = (found: FoundSituation | null): Facts => ({ found, members: [], waiting: [], leaders: [] });

/** What goes with the group itself, which no plan has, and what follows anywhere. */
export const endedBy = (plan: Plan, { members, waiting, leaders }: Facts) => ({
  ...{ ...NOBODY, removed: members.length, closed: waiting.length, dismissed: leaders.length },
  ...anywhereIn(plan),
});

const CAUSE = "group.deleted";

/** The group with its memberships, leaderships, requests, links and posts; its log stays. */
export const deleting: ExclusiveCommand<DeleteInput, Facts, DeleteAnswer> = {
  way: "exclusive",
  verb: "group.delete",
  proceeds: ["deleted"],

  async facts(read, viewer, input) {
    const found = await findSituation(read, viewer, { slug: input.group });
    if (!found) return nobodyIn(found);
    const [row] = await read.rows<Omit<Facts, "found">>(sql`
      select (select coalesce(json_agg(json_build_object('accountId', m.account_id, 'before', ${heldThere}) order by m.account_id), '[]')
          from membership m where m.group_id = g.id) as members,
        (select coalesce(json_agg(json_build_object('accountId', r.account_id, 'kind', r.kind) order by r.account_id), '[]')
          from request r where r.group_id = g.id and r.status = 'pending') as waiting,
        array(select l.account_id from leader l where l.group_id = g.id and l.account_id is not null order by 1) as leaders
      from groups g where g.id = ${found.group.id}::uuid`);
    return { ...nobodyIn(found), ...row };
  },

  answer(viewer, { found }) {
    if (isSite(viewer)) return found ? "deleted" : "not-found";
    const situation = found?.situation ?? null;
    return answerDelete({
      ...doorOf(viewer, situation),
      mayDelete: situation !== null && decide(viewer, situation, "group.delete").allowed,
    });
  },

  exclusively(_viewer, { found, members, waiting, leaders }, { reason }) {
    if (!found) throw new Error("a command proceeded without its facts");
    return {
      locks: { policy: "update", groups: [found.group.id] },
      raises: { accounts: [...new Set([...[...members, ...waiting].map(({ accountId }) => accountId), ...leaders])] },
      changes: [{ kind: "group-deleted", groupId: found.group.id }],
      ...(reason ? { reason: { text: reason, groupId: found.group.id } } : {}),
    };
  },

  // The lines name the group themselves: its row is gone by the time that what follows is written.
  writing(_viewer, { found, members, waiting, leaders }, { reason }) {
    const groupId = found?.group.id ?? null;
    const there = { groupId, groupName: found?.group.name, reason };
    const told = { groupId, cause: CAUSE, reason };
    return {
      parts: [
        {
          name: "gone",
          statement: sql`delete from groups g using guard where g.id = ${groupId}::uuid returning g.id`,
        },
      ],
      held: sql`exists (select 1 from gone)`,
      events: [
        { event: CAUSE, ...there, before: { members: members.length } },
        ...members.map(({ accountId, before }) => ({
          ...{ event: "member.pruned", ...there, accountId, before: before ?? undefined, cause: CAUSE },
        })),
        ...waiting.map(({ accountId, kind }) => ({
          ...{ event: "request.closed", ...there, accountId, after: { kind }, cause: CAUSE },
        })),
        ...leaders.map((accountId) => ({ event: "leader.dismissed", ...there, accountId, cause: CAUSE })),
      ],
      tellings: [
        ...members.map(({ accountId: to }) => ({ event: "member.pruned", to, ...told, evenActor: true })),
        ...waiting.map(({ accountId: to }) => ({ event: "request.closed", to, ...told, evenActor: true })),
        ...leaders.map((to) => ({ event: "leader.dismissed", to, ...told })),
      ],
    };
  },
};

export const deleteGroup = command(deleting);
