import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { answerSetUntil, type SetUntilAnswer } from "@/lib/policy/answers/members";
import { mayRemove } from "@/lib/policy/ceilings";
import type { SetUntilInput } from "../schema";
import { findMember, type MemberFound, memberFacts, sure } from "./member-facts";

/** When a membership ends by itself, or that it no longer does. Setting an end is a removal to come. */
export const settingUntil: ExclusiveCommand<SetUntilInput, MemberFound, SetUntilAnswer> = {
  way: "exclusive",
  verb: "member.set-until",
  proceeds: ["changed"],
  facts: findMember,

  answer(viewer, facts, { until }) {
    if (isSite(viewer)) return facts.target?.situation.standing.member ? "changed" : "not-a-member";
    const asked = memberFacts(viewer, facts, "member.administer", {
      after: null,
      exceeds: (actor, target) => !mayRemove(actor, target),
    });
    return answerSetUntil({ ...asked, clears: until === null });
  },

  exclusively(_viewer, facts) {
    const { found, target } = sure(facts);
    return {
      locks: { policy: "share", accounts: [target.accountId], groups: [found.group.id] },
      raises: { accounts: [target.accountId] },
      changes: [],
    };
  },

  writing(_viewer, facts, { until }) {
    const { found, target } = sure(facts);
    const { accountId } = target;
    const groupId = found.group.id;
    if (momentOf(until) === momentOf(target.until)) return null;
    return {
      parts: [
        {
          name: "set",
          statement: sql`update membership m set until = ${until}::timestamptz from guard
            where m.group_id = ${groupId}::uuid and m.account_id = ${accountId}::uuid returning m.account_id`,
        },
      ],
      held: sql`exists (select 1 from "set")`,
      events: [
        { event: "member.until-changed", accountId, groupId, before: { until: target.until }, after: { until } },
      ],
      tellings: [{ event: "member.until-changed", to: accountId, groupId }],
    };
  },
};

export const setUntil = command(settingUntil);

/** Milliseconds, as every moment is stored. */
const momentOf = (at: string | null): number | null => (at === null ? null : Date.parse(at));
