import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { answerRemove, type RemoveAnswer } from "@/lib/policy/answers/members";
import { mayRemove } from "@/lib/policy/ceilings";
import type { RemoveInput } from "../schema";
import { endingOf, membershipChange } from "../shape";
import { findMember, type MemberFound, memberFacts, sure } from "./member-facts";

/** Taking somebody out of a group: not one who stands above, and not the last administrator. */
export const removing: ExclusiveCommand<RemoveInput, MemberFound, RemoveAnswer> = {
  way: "exclusive",
  verb: "member.remove",
  proceeds: ["removed"],
  facts: findMember,

  answer(viewer, facts) {
    if (isSite(viewer)) return facts.target?.situation.standing.member ? "removed" : "not-a-member";
    const exceeds = (actor: Parameters<typeof mayRemove>[0], target: Parameters<typeof mayRemove>[1]) =>
      !mayRemove(actor, target);
    return answerRemove(memberFacts(viewer, facts, "member.remove", { after: null, exceeds }));
  },

  exclusively(_viewer, facts) {
    const { found, target } = sure(facts);
    return membershipChange("member-ends", found.situation.group, target.accountId);
  },

  writing(_viewer, facts, { reason }) {
    const { found, target } = sure(facts);
    const { accountId } = target;
    const groupId = found.group.id;
    return {
      parts: [
        {
          name: "gone",
          statement: sql`delete from membership m using guard
            where m.group_id = ${groupId}::uuid and m.account_id = ${accountId}::uuid returning m.account_id`,
        },
      ],
      held: sql`exists (select 1 from gone)`,
      events: [{ event: "member.removed", accountId, groupId, before: endingOf(target), reason }],
      tellings: [{ event: "member.removed", to: accountId, groupId, reason }],
    };
  },
};

export const removeMember = command(removing);
