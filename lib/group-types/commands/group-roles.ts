import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { labelFrom } from "@/lib/machine-name";
import {
  answerCreateRole,
  answerDeleteRole,
  type CreateRoleAnswer,
  type DeleteRoleAnswer,
} from "@/lib/policy/answers/roles";
import { isBuiltIn } from "../draft";
import type { CreateGroupRoleInput, DeleteGroupRoleInput, RenameGroupRoleInput } from "../schema";
import { findRole, type RoleFacts } from "./role-facts";
import { mayAdministerTypes, raisedVersion, wholePolicy } from "./type-facts";

/** A new custom column. */
const creating: ExclusiveCommand<CreateGroupRoleInput, RoleFacts, CreateRoleAnswer | "not-found" | "name-taken"> = {
  way: "exclusive",
  verb: "type.create-role",
  proceeds: ["created"],
  facts: findRole,

  answer(viewer, { type, role }, input) {
    const answer = answerCreateRole({ mayAdminister: mayAdministerTypes(viewer) });
    if (answer !== "created") return answer;
    if (!type) return "not-found";
    return role || isBuiltIn(input.role) ? "name-taken" : answer;
  },

  exclusively: () => wholePolicy,

  writing(_viewer, _facts, { type, role, label = labelFrom(role) }) {
    return {
      parts: [
        {
          name: "made",
          statement: sql`insert into group_role (type, name, kind, label, position)
            select ${type}, ${role}, 'custom', ${label}, (select coalesce(max(r.position), 0) + 1 from group_role r where r.type = ${type})
            from guard`,
        },
        raisedVersion(type),
      ],
      events: [{ event: "role.created", type, role, after: { label } }],
    };
  },
};

/** Another label; the name in the log and in files stays. */
const renaming: ExclusiveCommand<
  RenameGroupRoleInput,
  RoleFacts,
  "not-permitted" | "not-found" | "built-in" | "changed"
> = {
  way: "exclusive",
  verb: "type.rename-role",
  proceeds: ["changed"],
  facts: findRole,

  answer(viewer, { role }) {
    if (!mayAdministerTypes(viewer)) return "not-permitted";
    if (!role) return "not-found";
    return role.kind === "custom" ? "changed" : "built-in";
  },

  exclusively: () => wholePolicy,

  writing(_viewer, { role }, { type, role: name, label }) {
    if (role?.label === label) return null;
    return {
      parts: [
        {
          name: "renamed",
          statement: sql`update group_role r set label = ${label} from guard where r.type = ${type} and r.name = ${name}`,
        },
        raisedVersion(type),
      ],
      events: [{ event: "type.edited", type, role: name, before: { label: role?.label }, after: { label } }],
    };
  },
};

/** Takes a custom column away, with its cells, from everybody who holds it. They are told. */
export const deletingGroupRole: ExclusiveCommand<DeleteGroupRoleInput, RoleFacts, DeleteRoleAnswer | "not-found"> = {
  way: "exclusive",
  verb: "type.delete-role",
  proceeds: ["deleted"],
  facts: findRole,

  answer(viewer, { role }, input) {
    const builtIn = role ? role.kind !== "custom" : isBuiltIn(input.role);
    const answer = answerDeleteRole({ mayAdminister: mayAdministerTypes(viewer), builtIn, exceeds: false });
    return answer === "deleted" && !role ? "not-found" : answer;
  },

  exclusively: (_viewer, { role }) => ({
    ...wholePolicy,
    raises: { policy: true, accounts: [...new Set(role?.holders.map((holder) => holder.accountId))] },
  }),

  writing(_viewer, { role }, { type, role: name, reason }) {
    const cause = `role.deleted ${name}`;
    const holders = role?.holders ?? [];
    return {
      parts: [
        {
          name: "gone",
          statement: sql`delete from group_role r using guard where r.type = ${type} and r.name = ${name}`,
        },
        raisedVersion(type),
      ],
      events: [
        {
          event: "role.deleted",
          type,
          role: name,
          before: { label: role?.label, permissions: role?.permissions, creators: role?.creators },
          reason,
        },
        ...holders.map((holder) => ({ event: "member.roles-changed", ...holder, role: name, cause })),
      ],
      tellings: holders.map(({ accountId, groupId }) => ({
        event: "member.roles-changed",
        to: accountId,
        groupId,
        role: name,
        cause,
        reason,
      })),
    };
  },
};

export const createGroupRole = command(creating);
export const renameGroupRole = command(renaming);
export const deleteGroupRole = command(deletingGroupRole);
