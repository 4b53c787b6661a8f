import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { answerChangeRoles, type ChangeRolesAnswer } from "@/lib/policy/answers/members";
import { mayChangeRoles } from "@/lib/policy/ceilings";
import type { SetRolesInput } from "../schema";
import type { Person } from "../seats";
import { findMember, type MemberFound, memberFacts, sure } from "./member-facts";

/** Which custom roles a member has: nobody gives what they do not hold there, nor to themselves. */
export const settingRoles: ExclusiveCommand<SetRolesInput, MemberFound, ChangeRolesAnswer> = {
  way: "exclusive",
  verb: "member.assign-roles",
  proceeds: ["changed"],
  facts: findMember,

  answer(viewer, facts, { roles }) {
    if (isSite(viewer)) return facts.target?.situation.standing.member ? "changed" : "not-a-member";
    const known = roles.every((role) => facts.found?.situation.table.columns.get(role)?.kind === "custom");
    const after = facts.target && withRoles(facts.target, roles);
    return answerChangeRoles(
      memberFacts(viewer, facts, "member.assign-roles", {
        after,
        exceeds: (actor, target) => !known || !mayChangeRoles(actor, target, roles),
      }),
    );
  },

  exclusively(_viewer, facts) {
    const { found, target } = sure(facts);
    return {
      locks: { policy: "share", accounts: [target.accountId], groups: [found.group.id] },
      raises: { accounts: [target.accountId] },
      changes: [],
    };
  },

  writing(_viewer, facts, { roles }) {
    const { found, target } = sure(facts);
    const { accountId } = target;
    const { id: groupId, type } = found.group;
    const before = target.situation.standing.roles;
    if (before.length === roles.length && roles.every((role) => before.includes(role))) return null;
    return {
      parts: [
        {
          name: "taken",
          statement: sql`delete from membership_role mr using guard where mr.group_id = ${groupId}::uuid
            and mr.account_id = ${accountId}::uuid and mr.role <> all(${sql.param(roles)}::text[]) returning mr.role`,
        },
        {
          name: "given",
          statement: sql`insert into membership_role (group_id, account_id, type, role)
            select ${groupId}::uuid, ${accountId}::uuid, ${type}, role from guard, unnest(${sql.param(roles)}::text[]) role
            on conflict do nothing returning role`,
        },
      ],
      events: [{ event: "member.roles-changed", accountId, groupId, before: { roles: before }, after: { roles } }],
      tellings: [{ event: "member.roles-changed", to: accountId, groupId }],
    };
  },
};

export const setMemberRoles = command(settingRoles);

function withRoles(target: Person, roles: readonly string[]): Person {
  const { situation } = target;
  return { ...target, situation: { ...situation, standing: { ...situation.standing, roles } } };
}
