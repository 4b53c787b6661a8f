import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { doorOf } from "@/lib/policy/answers/door";
import { answerDelete, type DeleteAnswer } from "@/lib/policy/answers/groups";
import { decide } from "@/lib/policy/decide";
import { type FoundSituation, findSituation } from "../facts";
import type { DeleteInput } from "../schema";

interface Facts {
  readonly found: FoundSituation | null;
  /** members, to be told; not whoever asked to join */
  readonly members: readonly string[];
}

/** The group with its memberships, requests, links and posts; its log stays. */
export const deleting: ExclusiveCommand<DeleteInput, Facts, DeleteAnswer> = {
  way: "exclusive",
  verb: "group.delete",
  proceeds: ["deleted"],

  async facts(read, viewer, input) {
    const found = await findSituation(read, viewer, { slug: input.group });
    if (!found) return { found, members: [] };
    const rows = await read.rows<{ id: string }>(sql`
      select account_id as id from membership where group_id = ${found.group.id}::uuid order by 1`);
    return { found, members: rows.map((row) => row.id) };
  },

  answer(viewer, { found }) {
    if (isSite(viewer)) return found ? "deleted" : "not-found";
    const situation = found?.situation ?? null;
    return answerDelete({
      ...doorOf(viewer, situation),
      mayDelete: situation !== null && decide(viewer, situation, "group.delete").allowed,
    });
  },

  exclusively(_viewer, { found, members }) {
    if (!found) throw new Error("a command proceeded without its facts");
    return {
      locks: { policy: "update", groups: [found.group.id] },
      raises: { accounts: members },
      changes: [{ kind: "group-deleted", groupId: found.group.id }],
    };
  },

  writing(_viewer, { found, members }) {
    const groupId = found?.group.id ?? null;
    return {
      parts: [
        {
          name: "gone",
          statement: sql`delete from groups g using guard where g.id = ${groupId}::uuid returning g.id`,
        },
      ],
      held: sql`exists (select 1 from gone)`,
      events: [{ event: "group.deleted", groupId, groupName: found?.group.name, before: { members: members.length } }],
      tellings: members.map((to) => ({ event: "group.deleted", to, groupId })),
    };
  },
};

export const deleteGroup = command(deleting);
