/** Deciding requests and taking them back: exactly one end for each. */
import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { ExclusiveCommand, SharedCommand, Writing } from "@/lib/gate/command";
import { type FoundSituation, findSituation } from "@/lib/groups/facts";
import { countOthers, type Others } from "@/lib/members/administrators";
import { listSeats, type Person } from "@/lib/members/seats";
import { endingOf, membershipChange } from "@/lib/members/shape";
import { answerDecideRequest, type DecideRequestAnswer } from "@/lib/policy/answers/decide-request";
import { doorOf } from "@/lib/policy/answers/door";
import { wayIn } from "@/lib/policy/answers/join";
import { answerWithdraw, type WithdrawAnswer } from "@/lib/policy/answers/withdraw";
import { isAdministrator, losesLastAdministrator } from "@/lib/policy/ceilings";
import { decide } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import type { DecideInput, WithdrawInput } from "./schema";

export const withdrawing: SharedCommand<WithdrawInput, FoundSituation | null, WithdrawAnswer> = {
  way: "shared",
  verb: "request.withdraw",
  proceeds: ["withdrawn"],
  facts: (read, viewer, input) => findSituation(read, viewer, { slug: input.group }),

  answer(viewer, found) {
    const situation = found?.situation ?? null;
    return answerWithdraw({ ...doorOf(viewer, situation), pending: (situation?.standing.pending ?? null) !== null });
  },

  versions: (found) => ({ groups: found ? { [found.group.id]: found.group.version } : {} }),

  writing(viewer, found) {
    const accountId = viewer.account?.id ?? null;
    const groupId = found?.group.id ?? null;
    const after = { kind: found?.situation.standing.pending };
    return {
      parts: [
        {
          name: "withdrawn",
          statement: sql`update request r set status = 'withdrawn', decided_at = portal_now() from guard
            where r.group_id = ${groupId}::uuid and r.account_id = ${accountId}::uuid and r.status = 'pending' returning r.id`,
        },
      ],
      held: sql`exists (select 1 from withdrawn)`,
      events: [{ event: "request.withdrawn", accountId, groupId, after }],
    };
  },
};

/** Takes back one's own pending request. */
export const withdrawRequest = command(withdrawing);

interface Facts {
  readonly found: FoundSituation | null;
  readonly target: Person | null;
  readonly others: Others;
}

export const deciding: ExclusiveCommand<DecideInput, Facts, DecideRequestAnswer> = {
  way: "exclusive",
  verb: "request.decide",
  proceeds: ["approved", "rejected"],

  async facts(read, viewer, input) {
    const found = await findSituation(read, viewer, { slug: input.group });
    const seats = found ? await listSeats(read, viewer.policy, found.situation, [input.account]) : null;
    const target = seats?.get(input.account) ?? null;
    const leaves = found && target?.situation.standing.pending === "leave";
    const others = leaves
      ? await countOthers(read, found.group.id, target.accountId)
      : { otherAdministrators: 0, otherMembers: 0 };
    return { found, target, others };
  },

  answer(viewer, { found, target, others }, input) {
    const situation = found?.situation ?? null;
    return answerDecideRequest({
      ...doorOf(viewer, situation),
      restricted: situation?.group.restricted ?? false,
      owner: viewer.account?.owner ?? false,
      mayDecide: situation !== null && decide(viewer, situation, "request.decide").allowed,
      pending: target?.situation.standing.pending ?? null,
      own: viewer.account?.id === input.account,
      kind: input.kind,
      verdict: input.verdict,
      lastAdmin:
        target !== null && losesLastAdministrator(viewer, { before: isAdministrator(target), after: false, ...others }),
      requester: () => {
        if (!target) throw new Error("a request without its requester");
        return wayIn(target.viewer, target.situation, false);
      },
    });
  },

  exclusively(_viewer, facts, _input, answer) {
    const { found, target, requestId } = sure(facts);
    const { group } = found.situation;
    if (answer === "approved") {
      const kind = target.situation.standing.pending === "leave" ? "member-ends" : "member-begins";
      return membershipChange(kind, group, target.accountId, requestId);
    }
    return { locks: { policy: "share", accounts: [target.accountId], groups: [group.id] }, raises: {}, changes: [] };
  },

  writing(viewer, facts, input, answer) {
    const { found, target, requestId } = sure(facts);
    const kind = target.situation.standing.pending ?? "join";
    const common = { accountId: target.accountId, groupId: found.group.id, reason: input.reason };
    const decided = {
      name: "decided",
      statement: sql`update request r set status = ${answer}, decided_at = portal_now(), reason = ${input.reason},
          decided_by_id = ${viewer.account?.id ?? null}::uuid from guard
        where r.id = ${requestId}::uuid and r.status = 'pending' returning r.id`,
    };
    const event = answer === "approved" ? "request.approved" : "request.rejected";
    return {
      parts: [decided, ...(answer === "approved" ? carriedOut(kind, common, target, viewer) : [])],
      held: sql`exists (select 1 from decided)`,
      events: [
        { event, ...common, after: { kind } },
        ...(answer === "approved"
          ? [{ ...(kind === "join" ? JOINED : left(target)), ...common, cause: "request.approved" }]
          : []),
      ],
      tellings: [{ event, to: common.accountId, groupId: common.groupId, reason: input.reason }],
    };
  },
};

/** Approves or rejects somebody's pending request; approving carries it out. */
export const decideRequest = command(deciding);

const JOINED = { event: "member.joined" };
const left = (target: Person) => ({ event: "member.left", before: endingOf(target) });

function carriedOut(
  kind: "join" | "leave",
  { accountId, groupId }: { accountId: string; groupId: string },
  target: Person,
  viewer: Viewer,
): Writing["parts"] {
  if (kind === "leave") {
    return [
      {
        name: "gone",
        statement: sql`delete from membership m using guard
          where m.group_id = ${groupId}::uuid and m.account_id = ${accountId}::uuid returning m.account_id`,
      },
    ];
  }
  return [
    {
      name: "joined",
      statement: sql`insert into membership (group_id, account_id, how, by_id, link_id)
        select ${groupId}::uuid, ${accountId}::uuid, 'request', ${viewer.account?.id ?? null}::uuid,
          ${target.pendingLinkId}::uuid from guard returning account_id`,
    },
  ];
}

function sure({ found, target }: Facts): { found: FoundSituation; target: Person; requestId: string } {
  if (!found || !target?.pendingId) throw new Error("a command proceeded without its facts");
  return { found, target, requestId: target.pendingId };
}
