import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { SharedCommand } from "@/lib/gate/command";
import { type FoundSituation, findSituation } from "@/lib/groups/facts";
import { doorOf } from "@/lib/policy/answers/door";
import { answerEditOwn, type EditOwnAnswer } from "@/lib/policy/answers/edit-own";
import { decide } from "@/lib/policy/decide";
import type { EditOwnInput } from "../schema";

/** One's own title and note in a group; never one's roles. */
export const editingOwn: SharedCommand<EditOwnInput, FoundSituation | null, EditOwnAnswer> = {
  way: "shared",
  verb: "member.edit-own",
  proceeds: ["changed"],
  facts: (read, viewer, input) => findSituation(read, viewer, { slug: input.group }),

  answer(viewer, found) {
    const situation = found?.situation ?? null;
    return answerEditOwn({
      ...doorOf(viewer, situation),
      mayEditOwn: situation !== null && decide(viewer, situation, "member.edit-own").allowed,
    });
  },

  versions: (found) => ({ groups: found ? { [found.group.id]: found.group.version } : {} }),

  writing(viewer, found, { title, note }) {
    const accountId = viewer.account?.id ?? null;
    const groupId = found?.group.id ?? null;
    return {
      parts: [
        {
          name: "edited",
          statement: sql`update membership m set title = ${title}, note = ${note} from guard
            where m.group_id = ${groupId}::uuid and m.account_id = ${accountId}::uuid returning m.account_id`,
        },
      ],
      held: sql`exists (select 1 from edited)`,
      events: [{ event: "member.edited", accountId, groupId, after: { title, note } }],
    };
  },
};

export const editOwnMembership = command(editingOwn);
