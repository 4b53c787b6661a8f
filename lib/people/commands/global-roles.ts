import { sql } from "drizzle-orm";
import { command, preview } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { actorOf, isSite } from "@/lib/gate/site";
import { type AssignAnswer, answerAssign, answerUnassign, type UnassignAnswer } from "@/lib/policy/answers/people";
import { mayGiveGlobalRole } from "@/lib/policy/ceilings";
import { ANONYMOUS, AUTHENTICATED } from "@/lib/policy/viewer";
import type { Viewer } from "@/lib/session/viewer";
import type { GlobalRoleVerbInput } from "../schema-accounts";
import { aboutAccount, findTarget, mayAdministerPeople, standsAbove, sure, type Target } from "./target";

/** Custom roles only: the built-in ones are nobody's to give or take. */
const isGivable = (viewer: Viewer, role: string): boolean =>
  viewer.policy.globalRoles.has(role) && role !== ANONYMOUS && role !== AUTHENTICATED;

/** Gives a global role that one holds oneself. */
export const assigning: ExclusiveCommand<GlobalRoleVerbInput, Target | null, AssignAnswer | "not-found"> = {
  way: "exclusive",
  verb: "account.give-role",
  proceeds: ["changed"],
  facts: findTarget,

  answer(viewer, target, { role }) {
    const answer = answerAssign({
      mayAdminister: mayAdministerPeople(viewer),
      already: target?.direct.includes(role) ?? false,
      exceeds: !mayGiveGlobalRole(actorOf(viewer), role),
    });
    if (answer === "not-permitted") return answer;
    return target && isGivable(viewer, role) ? answer : "not-found";
  },

  exclusively: (_viewer, target, { role }) => ({
    ...aboutAccount(target),
    locks: { policy: "share", accounts: target ? [target.id] : [] },
    changes: target && !target.direct.includes(role) ? [{ kind: "role-given", accountId: target.id, role }] : [],
  }),

  writing(viewer, target, { role, reason }) {
    const { id: accountId, direct } = sure(target);
    if (direct.includes(role)) return null;
    const event = { event: "account.role-given", role, reason };
    return {
      parts: [
        {
          name: "given",
          statement: sql`insert into account_role (account_id, role, given_by)
            select ${accountId}::uuid, ${role}, ${viewer.account?.id ?? null}::uuid from guard`,
        },
      ],
      events: [{ ...event, accountId }],
      tellings: isSite(viewer) ? [] : [{ ...event, to: accountId }],
    };
  },
};

const holdsByGroupsOnly = (target: Target | null, role: string): boolean =>
  target?.viewer.globalRoles.has(role) === true && !target.direct.includes(role);

/** Takes a global role that was given directly. One that only groups confer goes with the group. */
export const unassigning: ExclusiveCommand<GlobalRoleVerbInput, Target | null, UnassignAnswer | "not-found"> = {
  way: "exclusive",
  verb: "account.take-role",
  proceeds: ["changed"],
  facts: findTarget,

  answer(viewer, target, { role }) {
    const answer = answerUnassign({
      mayAdminister: mayAdministerPeople(viewer),
      exceeds: standsAbove(target, viewer),
      onlyConferred: holdsByGroupsOnly(target, role),
    });
    if (answer === "not-permitted") return answer;
    return target && isGivable(viewer, role) ? answer : "not-found";
  },

  exclusively: (_viewer, target, { role }) => ({
    ...aboutAccount(target),
    changes: target?.direct.includes(role) ? [{ kind: "role-taken", accountId: target.id, role }] : [],
  }),

  writing(viewer, target, { role, reason }) {
    const { id: accountId, direct } = sure(target);
    if (!direct.includes(role)) return null;
    const event = { event: "account.role-taken", role, reason };
    return {
      parts: [
        {
          name: "taken",
          statement: sql`delete from account_role r using guard where r.account_id = ${accountId}::uuid and r.role = ${role}`,
        },
      ],
      events: [{ ...event, accountId }],
      tellings: isSite(viewer) ? [] : [{ ...event, to: accountId }],
    };
  },
};

export const assignGlobalRole = command(assigning);
export const unassignGlobalRole = command(unassigning);
/** From which groups taking the role would remove the account. */
export const previewUnassignGlobalRole = preview(unassigning);
