import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { SharedCommand } from "@/lib/gate/command";
import { type FoundSituation, findSituation } from "@/lib/groups/facts";
import { doorOf } from "@/lib/policy/answers/door";
import { answerEditOwn, type EditOwnAnswer } from "@/lib/policy/answers/edit-own";
import { decide } from "@/lib/policy/decide";
import type { EditOwnInput } from "../schema";

interface Facts {
  readonly found: FoundSituation | null;
  /** null where they are not in it */
  readonly was: { readonly title: string; readonly note: string } | null;
}

/** One's own title and note in a group; never one's roles. */
export const editingOwn: SharedCommand<EditOwnInput, Facts, EditOwnAnswer> = {
  way: "shared",
  verb: "member.edit-own",
  proceeds: ["changed"],

  async facts(read, viewer, input) {
    const found = await findSituation(read, viewer, { slug: input.group });
    if (!found?.situation.standing.member) return { found, was: null };
    const [was] = await read.rows<NonNullable<Facts["was"]>>(sql`select m.title, m.note from membership m
      where m.group_id = ${found.group.id}::uuid and m.account_id = ${viewer.account?.id ?? null}::uuid`);
    return { found, was: was ?? null };
  },

  answer(viewer, { found }) {
    const situation = found?.situation ?? null;
    return answerEditOwn({
      ...doorOf(viewer, situation),
      mayEditOwn: situation !== null && decide(viewer, situation, "member.edit-own").allowed,
    });
  },

  versions: ({ found }) => ({ groups: found ? { [found.group.id]: found.group.version } : {} }),

  writing(viewer, { found, was }, { title, note }) {
    if (was?.title === title && was.note === note) return null;
    const accountId = viewer.account?.id ?? null;
    const groupId = found?.group.id ?? null;
    return {
      parts: [
        {
          name: "edited",
          statement: sql`update membership m set title = ${title}, note = ${note} from guard
            where m.group_id = ${groupId}::uuid and m.account_id = ${accountId}::uuid
              and m.title = ${was?.title ?? null}::text and m.note = ${was?.note ?? null}::text
            returning m.account_id`,
        },
      ],
      held: sql`exists (select 1 from edited)`,
      events: [{ event: "member.edited", accountId, groupId, before: was, after: { title, note } }],
    };
  },
};

export const editOwnMembership = command(editingOwn);
