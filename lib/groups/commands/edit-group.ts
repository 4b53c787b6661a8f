import { sql } from "drizzle-orm";
import { fold } from "@/lib/fold";
import { command } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { doorOf } from "@/lib/policy/answers/door";
import { answerEdit, type EditAnswer } from "@/lib/policy/answers/groups";
import { decide } from "@/lib/policy/decide";
import { type FoundSituation, findSituation } from "../facts";
import { isReserved } from "../reserved";
import type { EditInput } from "../schema";

interface Facts {
  readonly found: FoundSituation | null;
  readonly reserved: boolean;
}

/** Name, description and picture. The address stays as it was. */
export const editing: ExclusiveCommand<EditInput, Facts, EditAnswer> = {
  way: "exclusive",
  verb: "group.edit",
  proceeds: ["changed"],

  async facts(read, viewer, input) {
    const found = await findSituation(read, viewer, { slug: input.group });
    const renames = input.name !== undefined && input.name !== found?.group.name;
    return { found, reserved: renames && (await isReserved(read, input.name ?? "")) };
  },

  answer(viewer, { found, reserved }) {
    const situation = found?.situation ?? null;
    if (isSite(viewer)) return found ? (reserved ? "reserved-name" : "changed") : "not-found";
    return answerEdit({
      ...doorOf(viewer, situation),
      mayEdit: situation !== null && decide(viewer, situation, "group.edit").allowed,
      reservedName: reserved,
    });
  },

  exclusively: (_viewer, { found }) => ({
    locks: { policy: "share", groups: found ? [found.group.id] : [] },
    raises: {},
    changes: [],
  }),

  writing(_viewer, { found }, input) {
    if (!found) return null;
    const { id: groupId, name, description, picture, colour } = found.group;
    const before = { name, description, picture, colour };
    const after = {
      name: input.name ?? name,
      description: input.description ?? description,
      picture: input.picture ?? picture,
      colour: input.colour ?? colour,
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return null;
    return {
      parts: [
        {
          name: "edited",
          statement: sql`update groups g set name = ${after.name}, name_key = ${fold(after.name)},
              description = ${after.description}, search_key = ${fold(`${after.name} ${after.description}`)},
              picture = ${after.picture}, colour = ${after.colour}, changed_at = portal_now() from guard
            where g.id = ${groupId}::uuid returning g.id`,
        },
      ],
      held: sql`exists (select 1 from edited)`,
      events: [{ event: "group.edited", groupId, before, after }],
    };
  },
};

export const editGroup = command(editing);
