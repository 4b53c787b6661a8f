/** What a global role is called, and where it stands among the others. Its machine name stays, and what it gives. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { command } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { actorOf } from "@/lib/gate/site";
import { moved } from "@/lib/moved";
import { type ArrangeRoleAnswer, answerArrangeRole } from "@/lib/policy/answers/roles";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import type { MoveGlobalRoleInput, RenameGlobalRoleInput } from "../schema";

interface Facts {
  readonly role: { readonly label: string; readonly builtIn: boolean } | null;
  /** every custom role, in order */
  readonly order: readonly string[];
}

async function findFacts(read: Reader, _viewer: Viewer, { role }: { readonly role: string }): Promise<Facts> {
  const [row] = await read.rows<Facts>(sql`
    select (select json_build_object('label', r.label, 'builtIn', r.built_in) from global_role r where r.name = ${role}) as role,
      array(select r.name from global_role r where not r.built_in order by r.position, r.name) as order`);
  return row ?? { role: null, order: [] };
}

function answer(viewer: Viewer, { role }: Facts): ArrangeRoleAnswer {
  const mayAdminister = decideGlobal(actorOf(viewer), "permission.administer").allowed;
  return answerArrangeRole({ mayAdminister, exists: role !== null, builtIn: role?.builtIn ?? false });
}

const exclusively = () => ({ locks: { policy: "update" }, raises: { policy: true }, changes: [] }) as const;

/** Its two columns in the table of every type are called the same. */
const renaming: ExclusiveCommand<RenameGlobalRoleInput, Facts, ArrangeRoleAnswer> = {
  ...{ way: "exclusive", verb: "role.rename", proceeds: ["changed"], facts: findFacts, answer, exclusively },

  writing(_viewer, { role }, { role: name, label }) {
    if (role?.label === label) return null;
    return {
      parts: [
        {
          name: "renamed",
          statement: sql`update global_role r set label = ${label} from guard where r.name = ${name}`,
        },
        {
          name: "columns",
          statement: sql`update group_role c set label = ${label} from guard where c.global_role = ${name}`,
        },
        { name: "raised", statement: sql`update group_type set version = version + 1 from guard` },
      ],
      events: [{ event: "role.renamed", role: name, before: { label: role?.label }, after: { label } }],
    };
  },
};

/** Up or down among the custom ones: the two that are built in stay first. */
const moving: ExclusiveCommand<MoveGlobalRoleInput, Facts, ArrangeRoleAnswer> = {
  ...{ way: "exclusive", verb: "role.move", proceeds: ["changed"], facts: findFacts, answer, exclusively },

  writing(_viewer, { order }, { role, direction }) {
    const after = moved(order, role, direction);
    if (!after) return null;
    return {
      parts: [
        {
          name: "moved",
          statement: sql`update global_role r set position = o.n + (select coalesce(max(b.position), 0) from global_role b where b.built_in)
            from guard, unnest(${sql.param(after)}::text[]) with ordinality o(name, n) where r.name = o.name`,
        },
      ],
      events: [{ event: "role.moved", role, before: { order }, after: { order: after } }],
    };
  },
};

export const renameGlobalRole = command(renaming);
export const moveGlobalRole = command(moving);
