/** Beginning and ending to look at the portal as somebody else. It is kept with the session, and ends with it. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { command } from "@/lib/gate";
import type { SharedCommand } from "@/lib/gate/command";
import { type FoundSituation, findSituation } from "@/lib/groups/facts";
import { decideGlobal, sees } from "@/lib/policy/decide";
import { ANONYMOUS, AUTHENTICATED } from "@/lib/policy/viewer";
import type { Viewer } from "@/lib/session/viewer";
import type { Seat, ViewingAs } from "@/lib/session/viewing-as";
import type { BeginViewingInput } from "./schema";

/** Minutes until it ends by itself. */
const LASTS = 60;

type BeginAnswer = "not-permitted" | "not-found" | "unknown-role" | "begun";

const beginning: SharedCommand<BeginViewingInput, FoundSituation | null, BeginAnswer> = {
  way: "shared",
  verb: "view.begin",
  proceeds: ["begun"],
  facts: async (read, viewer, { as, group }) =>
    as === "account" && group ? findSituation(read, viewer, { slug: group }) : null,

  answer(viewer, found, { as, group, roles, groupRoles }) {
    if (!viewer.session || !decideGlobal(viewer, "explain.view").allowed) return "not-permitted";
    if (as === "visitor") return "begun";
    if (group && !(found && sees(viewer, found.situation))) return "not-found";
    const isThere = (role: string) => found?.situation.table.columns.get(role)?.kind === "custom";
    return roles.every((role) => isCustom(viewer, role)) && groupRoles.every(isThere) ? "begun" : "unknown-role";
  },

  versions: (found) => ({ groups: found ? { [found.group.id]: found.group.version } : {} }),

  writing(viewer, found, input) {
    const chosen = chosenFrom(input, found);
    return {
      parts: [
        {
          name: "begun",
          statement: sql`update session s set viewing_as = ${JSON.stringify(chosen)}::jsonb,
              viewing_ends_at = portal_now() + make_interval(mins => ${LASTS})
            from guard where s.id = ${viewer.session} returning 1`,
        },
      ],
      held: sql`exists (select 1 from begun)`,
      data: sql`jsonb_build_object('group', ${chosen.seat ? found?.group.slug : null}::text)`,
      events: [{ event: "view.begun", groupId: chosen.seat?.group, after: chosen }],
    };
  },
};

const isCustom = ({ policy }: Viewer, role: string): boolean =>
  role !== ANONYMOUS && role !== AUTHENTICATED && policy.globalRoles.has(role);

function chosenFrom({ as, roles, standing, groupRoles }: BeginViewingInput, found: FoundSituation | null): ViewingAs {
  if (as === "visitor") return { as, roles: [], seat: null };
  return { as, roles, seat: found && seatIn(found.group.id, standing, groupRoles) };
}

function seatIn(group: string, standing: BeginViewingInput["standing"], groupRoles: readonly string[]): Seat {
  const member = standing === "member" || standing === "both";
  const leads = standing === "leads" || standing === "both";
  return { group, member, leads, roles: member ? groupRoles : [] };
}

const ending: SharedCommand<object, ViewingAs | null, "not-viewing" | "ended"> = {
  way: "shared",
  verb: "view.end",
  proceeds: ["ended"],
  facts: findChosen,
  answer: (_viewer, chosen) => (chosen ? "ended" : "not-viewing"),
  versions: () => ({}),

  writing: (viewer, chosen) => ({
    parts: [
      {
        name: "ended",
        statement: sql`update session s set viewing_as = null, viewing_ends_at = null
          from guard where s.id = ${viewer.session} and s.viewing_as is not null returning 1`,
      },
    ],
    held: sql`exists (select 1 from ended)`,
    events: [{ event: "view.ended", groupId: chosen?.seat?.group, before: chosen }],
  }),
};

async function findChosen(read: Reader, viewer: Viewer): Promise<ViewingAs | null> {
  const [row] = await read.rows<{ chosen: ViewingAs }>(
    sql`select viewing_as as chosen from session where id = ${viewer.session} and viewing_as is not null`,
  );
  return row?.chosen ?? null;
}

/** `data.group` is the address of the group in which they stand, if any. */
export const beginViewing = command<BeginViewingInput, FoundSituation | null, BeginAnswer, { group: string | null }>(
  beginning,
);
const endOwn = command(ending);

/** Asked as whoever really looks: as anybody else nothing can be written, this neither. */
export async function endViewing(viewer: Viewer, input: object) {
  return endOwn(viewer.behind?.viewer ?? viewer, input);
}
