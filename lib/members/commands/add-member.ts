import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { type FoundSituation, findSituation } from "@/lib/groups/facts";
import { type AddAnswer, answerAdd } from "@/lib/policy/answers/add";
import { doorOf } from "@/lib/policy/answers/door";
import { mayAddSelf, mayGiveRoles } from "@/lib/policy/ceilings";
import { decide } from "@/lib/policy/decide";
import { isEligible } from "@/lib/policy/viewer";
import type { Viewer } from "@/lib/session/viewer";
import type { AddInput } from "../schema";
import { listSeats, type Person } from "../seats";
import { membershipChange } from "../shape";

interface Facts {
  readonly found: FoundSituation | null;
  readonly target: Person | null;
}

/** Adding somebody to a group, with custom roles and an end if named. Eligibility binds whoever adds. */
export const adding: ExclusiveCommand<AddInput, Facts, AddAnswer> = {
  way: "exclusive",
  verb: "member.add",
  proceeds: ["added"],

  async facts(read, viewer, input) {
    const found = await findSituation(read, viewer, { slug: input.group });
    const seats = found ? await listSeats(read, viewer.policy, found.situation, [input.account]) : null;
    return { found, target: seats?.get(input.account) ?? null };
  },

  answer(viewer, { found, target }, input) {
    if (!found) return "not-found";
    if (isSite(viewer)) return !target ? "not-found" : target.situation.standing.member ? "already-member" : "added";
    const { situation } = found;
    return answerAdd({
      ...doorOf(viewer, situation),
      mayAdd: decide(viewer, situation, "member.add").allowed,
      restricted: situation.group.restricted,
      owner: viewer.account?.owner ?? false,
      targetFound: target?.active ?? false,
      member: target?.situation.standing.member ?? false,
      eligible: target !== null && isEligible(target.viewer, situation.group),
      namesRoles: input.roles.length > 0,
      mayAssign: decide(viewer, situation, "member.assign-roles").allowed,
      exceeds: exceeds(viewer, found, input),
    });
  },

  exclusively(_viewer, { found, target }) {
    if (!found || !target) throw new Error("a command proceeded without its facts");
    return membershipChange("member-begins", found.situation.group, target.accountId);
  },

  writing(viewer, { found }, input) {
    const groupId = found?.group.id ?? null;
    const type = found?.group.type ?? null;
    const { account: accountId, roles, until } = input;
    return {
      parts: [
        {
          name: "added",
          statement: sql`insert into membership (group_id, account_id, how, by_id, until)
            select ${groupId}::uuid, ${accountId}::uuid, 'added', ${viewer.account?.id ?? null}::uuid, ${until}::timestamptz
            from guard returning account_id`,
        },
        {
          name: "given",
          statement: sql`insert into membership_role (group_id, account_id, type, role)
            select ${groupId}::uuid, ${accountId}::uuid, ${type}, role from guard, unnest(${sql.param(roles)}::text[]) role
            returning role`,
        },
      ],
      events: [{ event: "member.added", accountId, groupId, after: { roles, until } }],
      tellings: isSite(viewer) ? [] : [{ event: "member.added", to: accountId, groupId }],
    };
  },
};

export const addMember = command(adding);

function exceeds(viewer: Viewer, { situation }: FoundSituation, { account, roles }: AddInput): boolean {
  const actor = { viewer, situation };
  if (viewer.account?.id === account && !mayAddSelf(actor)) return true;
  return !mayGiveRoles(actor, roles) || roles.some((role) => situation.table.columns.get(role)?.kind !== "custom");
}
