import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import type { DeleteGroupTypeInput } from "../schema";
import { mayAdministerTypes } from "./type-facts";

interface Facts {
  readonly label: string;
  readonly groups: number;
  /** global roles that may create groups of the type */
  readonly creators: readonly string[];
  readonly isDefault: boolean;
}

export type DeleteTypeAnswer = "not-permitted" | "not-found" | "has-groups" | "deleted";

/** A type goes only when no group of it is left; the right to create its groups goes with it. */
export const deletingType: ExclusiveCommand<DeleteGroupTypeInput, Facts | null, DeleteTypeAnswer> = {
  way: "exclusive",
  verb: "type.delete",
  proceeds: ["deleted"],

  async facts(read, _viewer, { type }) {
    const [row] = await read.rows<Facts>(sql`
      select t.label, (select count(*)::int from groups g where g.type = t.name) as groups,
        array(select x.role from global_grant x where x.permission = ${`group.create:${type}`} order by 1) as creators,
        (select s.default_group_type is not distinct from t.name from setting s) as "isDefault"
      from group_type t where t.name = ${type}`);
    return row ?? null;
  },

  answer(viewer, facts) {
    if (!mayAdministerTypes(viewer)) return "not-permitted";
    if (!facts) return "not-found";
    return facts.groups > 0 ? "has-groups" : "deleted";
  },

  exclusively: (_viewer, facts) => ({
    locks: { policy: "update" },
    raises: { policy: true, settings: facts?.isDefault },
    changes: [],
  }),

  writing(_viewer, facts, { type, reason }) {
    const permission = `group.create:${type}`;
    const cause = "type.deleted";
    const unset = sql`update setting s set default_group_type = null from guard where s.default_group_type = ${type}`;
    return {
      parts: [
        { name: "gone", statement: sql`delete from group_type t using guard where t.name = ${type}` },
        {
          name: "ungranted",
          statement: sql`delete from global_grant x using guard where x.permission = ${permission}`,
        },
        { name: "unset", statement: unset },
      ],
      events: [
        { event: "type.deleted", type, before: { label: facts?.label }, reason },
        ...(facts?.creators ?? []).map((role) => ({ event: "permission.revoked", role, permission, cause })),
        ...(facts?.isDefault
          ? [{ event: "setting.changed", before: { defaultGroupType: type }, after: { defaultGroupType: null }, cause }]
          : []),
      ],
    };
  },
};

export const deleteGroupType = command(deletingType);
