import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { ExclusiveCommand, Writing } from "@/lib/gate/command";
import { type FoundSituation, findSituation } from "@/lib/groups/facts";
import { iso } from "@/lib/moment";
import { doorOf } from "@/lib/policy/answers/door";
import { answerLeave, type LeaveAnswer } from "@/lib/policy/answers/leave";
import { isAdministrator, losesLastAdministrator } from "@/lib/policy/ceilings";
import { decide } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { countOthers, type Others } from "../administrators";
import type { LeaveInput } from "../schema";
import { type Ending, membershipChange } from "../shape";

interface Facts {
  readonly found: FoundSituation | null;
  readonly others: Others;
  /** when the membership would have ended by itself */
  readonly until: string | null;
}

const NOBODY: Others = { otherAdministrators: 0, otherMembers: 0 };

/** Leaving a group: at once where it is open or the setting says so, else as a request. */
export const leaving: ExclusiveCommand<LeaveInput, Facts, LeaveAnswer> = {
  way: "exclusive",
  verb: "group.leave",
  proceeds: ["left", "leave-requested"],

  async facts(read, viewer, input) {
    const found = await findSituation(read, viewer, { slug: input.group });
    if (!found?.situation.standing.member || !viewer.account) return { found, others: NOBODY, until: null };
    const others = await countOthers(read, found.group.id, viewer.account.id);
    const [row] = await read.rows<{ until: string | null }>(sql`select ${iso(sql`m.until`)} as until from membership m
      where m.group_id = ${found.group.id}::uuid and m.account_id = ${viewer.account.id}::uuid`);
    return { found, others, until: row?.until ?? null };
  },

  answer(viewer, { found, others }) {
    const situation = found?.situation ?? null;
    return answerLeave({
      ...doorOf(viewer, situation),
      member: situation?.standing.member ?? false,
      internal: situation?.group.internal ?? false,
      mayLeave: situation !== null && decide(viewer, situation, "member.leave").allowed,
      lastAdmin: situation !== null && leavesNoAdministrator(viewer, situation, others),
      open: situation?.group.open ?? false,
      autoLeave: viewer.settings.autoLeave,
      pending: (situation?.standing.pending ?? null) !== null,
    });
  },

  exclusively(viewer, { found }, _input, answer) {
    const { accountId, group } = known(viewer, found);
    if (answer === "left") return membershipChange("member-ends", group, accountId);
    return { locks: { policy: "share", accounts: [accountId], groups: [group.id] }, raises: {}, changes: [] };
  },

  writing(viewer, { found, until }, input, answer) {
    const { accountId, group, roles } = known(viewer, found);
    return answer === "left"
      ? leaves(accountId, group.id, { roles, until })
      : asksToLeave(accountId, group.id, input.note);
  },
};

export const leaveGroup = command(leaving);

function leavesNoAdministrator(viewer: Viewer, situation: FoundSituation["situation"], others: Others): boolean {
  return losesLastAdministrator(viewer, { before: isAdministrator({ viewer, situation }), after: false, ...others });
}

function known(viewer: Viewer, found: FoundSituation | null) {
  if (!found || !viewer.account) throw new Error("a command proceeded without its facts");
  const { group, standing } = found.situation;
  return { accountId: viewer.account.id, group, roles: standing.roles };
}

function leaves(accountId: string, groupId: string, before: Ending): Writing {
  return {
    parts: [
      {
        name: "gone",
        statement: sql`delete from membership m using guard
          where m.group_id = ${groupId}::uuid and m.account_id = ${accountId}::uuid returning m.account_id`,
      },
    ],
    held: sql`exists (select 1 from gone)`,
    events: [{ event: "member.left", accountId, groupId, before }],
  };
}

function asksToLeave(accountId: string, groupId: string, note: string): Writing {
  return {
    parts: [
      {
        name: "asked",
        statement: sql`insert into request (group_id, account_id, kind, note)
          select ${groupId}::uuid, ${accountId}::uuid, 'leave', ${note} from guard returning id`,
      },
    ],
    events: [{ event: "request.made", accountId, groupId, after: { kind: "leave" } }],
    tellings: [{ event: "request.made", to: { decidersOf: groupId }, groupId }],
  };
}
