/** A custom role's place among the custom columns of its type. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { command } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { moved } from "@/lib/moved";
import { type ArrangeRoleAnswer, answerArrangeRole } from "@/lib/policy/answers/roles";
import type { Viewer } from "@/lib/session/viewer";
import type { MoveGroupRoleInput } from "../schema";
import { mayAdministerTypes, raisedVersion, wholePolicy } from "./type-facts";

interface Facts {
  readonly exists: boolean;
  /** custom roles of the type, in order */
  readonly order: readonly string[];
}

async function findFacts(read: Reader, _viewer: Viewer, { type, role }: MoveGroupRoleInput): Promise<Facts> {
  const [row] = await read.rows<Facts>(sql`
    select exists (select 1 from group_role r where r.type = ${type} and r.name = ${role}) as exists,
      array(select r.name from group_role r where r.type = ${type} and r.kind = 'custom' order by r.position, r.name) as order`);
  return row ?? { exists: false, order: [] };
}

const moving: ExclusiveCommand<MoveGroupRoleInput, Facts, ArrangeRoleAnswer> = {
  way: "exclusive",
  verb: "type.move-role",
  proceeds: ["changed"],
  facts: findFacts,

  answer: (viewer, { exists, order }, { role }) =>
    answerArrangeRole({ mayAdminister: mayAdministerTypes(viewer), exists, builtIn: !order.includes(role) }),

  exclusively: () => wholePolicy,

  writing(_viewer, { order }, { type, role, direction }) {
    const after = moved(order, role, direction);
    if (!after) return null;
    return {
      parts: [
        {
          name: "moved",
          statement: sql`update group_role r set position = o.n + (select coalesce(max(b.position), 0)
              from group_role b where b.type = ${type} and b.kind <> 'custom')
            from guard, unnest(${sql.param(after)}::text[]) with ordinality o(name, n)
            where r.type = ${type} and r.name = o.name`,
        },
        raisedVersion(type),
      ],
      events: [{ event: "type.edited", type, role, before: { order }, after: { order: after } }],
    };
  },
};

export const moveGroupRole = command(moving);
