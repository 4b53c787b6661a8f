import { sql } from "drizzle-orm";
import { command, preview } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { actorOf } from "@/lib/gate/site";
import { labelFrom } from "@/lib/machine-name";
import {
  answerCreateRole,
  answerDeleteRole,
  type CreateRoleAnswer,
  type DeleteRoleAnswer,
} from "@/lib/policy/answers/roles";
import { mayTakeGlobal } from "@/lib/policy/ceilings";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import type { CreateGlobalRoleInput, DeleteGlobalRoleInput } from "../schema";

const mayAdminister = (viewer: Viewer): boolean => decideGlobal(actorOf(viewer), "permission.administer").allowed;

/** A new global role, with its two columns in the table of every type. */
const creating: ExclusiveCommand<CreateGlobalRoleInput, { taken: boolean }, CreateRoleAnswer | "name-taken"> = {
  way: "exclusive",
  verb: "role.create",
  proceeds: ["created"],

  async facts(read, _viewer, { role }) {
    const [row] = await read.rows(sql`select 1 from global_role where name = ${role}`);
    return { taken: row !== undefined };
  },

  answer(viewer, { taken }) {
    const answer = answerCreateRole({ mayAdminister: mayAdminister(viewer) });
    return answer === "created" && taken ? "name-taken" : answer;
  },

  exclusively: () => ({ locks: { policy: "update" }, raises: { policy: true }, changes: [] }),

  writing(_viewer, _facts, { role, label = labelFrom(role) }) {
    return {
      parts: [
        {
          name: "made",
          statement: sql`insert into global_role (name, label, position)
            select ${role}, ${label}, (select coalesce(max(r.position), 0) + 1 from global_role r) from guard`,
        },
        {
          name: "columns",
          statement: sql`insert into group_role (type, name, kind, global_role, label)
            select t.name, k.prefix || ${role}::text, k.kind, ${role}, ${label} from guard, group_type t,
              (values ('advanced-outsider', 'outsider:'), ('insider', 'insider:')) k(kind, prefix)`,
        },
        { name: "raised", statement: sql`update group_type set version = version + 1 from guard` },
      ],
      events: [{ event: "role.created", role, after: { label } }],
    };
  },
};

interface Deleted {
  readonly label: string;
  readonly builtIn: boolean;
  /** new accounts become it */
  readonly isDefault: boolean;
}

/** Takes a global role from everybody, with its grants, its columns and its place on the lists of groups. */
export const deletingGlobalRole: ExclusiveCommand<
  DeleteGlobalRoleInput,
  Deleted | null,
  DeleteRoleAnswer | "not-found"
> = {
  way: "exclusive",
  verb: "role.delete",
  proceeds: ["deleted"],

  async facts(read, _viewer, { role }) {
    const [row] = await read.rows<Deleted>(sql`
      select r.label, r.built_in as "builtIn",
        (select s.new_account_role is not distinct from r.name from setting s) as "isDefault"
      from global_role r where r.name = ${role}`);
    return row ?? null;
  },

  answer(viewer, facts, { role }) {
    const answer = answerDeleteRole({
      mayAdminister: mayAdminister(viewer),
      builtIn: facts?.builtIn ?? false,
      exceeds: !mayTakeGlobal(actorOf(viewer), viewer.policy.globalRoles.get(role) ?? []),
    });
    return answer === "deleted" && !facts ? "not-found" : answer;
  },

  exclusively: (_viewer, facts, { role }) => ({
    locks: { policy: "update" },
    raises: { policy: true, settings: facts?.isDefault },
    changes: [{ kind: "role-deleted", role }],
  }),

  writing(viewer, facts, { role, reason }) {
    const permissions = [...(viewer.policy.globalRoles.get(role) ?? [])].sort();
    return {
      parts: [
        { name: "gone", statement: sql`delete from global_role r using guard where r.name = ${role}` },
        { name: "raised", statement: sql`update group_type set version = version + 1 from guard` },
      ],
      events: [
        { event: "role.deleted", role, before: { label: facts?.label, permissions }, reason },
        ...(facts?.isDefault
          ? [
              {
                ...{ event: "setting.changed", before: { newAccountRole: role }, after: { newAccountRole: null } },
                cause: `role.deleted ${role}`,
              },
            ]
          : []),
      ],
    };
  },
};

export const createGlobalRole = command(creating);
export const deleteGlobalRole = command(deletingGlobalRole);
/** Whom and what `deleteGlobalRole` would take along. */
export const previewDeleteGlobalRole = preview(deletingGlobalRole);
