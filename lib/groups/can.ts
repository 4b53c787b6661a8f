/** What a viewer can do with a group, as a condition that narrows the directory: the verb on its button, in SQL. */
import { type SQL, sql } from "drizzle-orm";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { isIn } from "./facts";
import { isEligibleFor, meOf, reachesGroup } from "./visible";

/** `join` at once, `ask` to join, be in it (`member`), or decide who gets in (`manage`). */
export const CAN = ["join", "ask", "member", "manage"] as const;
export type Can = (typeof CAN)[number];

export function isCan(text: string): text is Can {
  return CAN.some((can) => can === text);
}

/** Over the group `g`; the directory shows only groups that the viewer sees, so that is not asked again. */
export function canDo(viewer: Viewer, can: Can): SQL {
  const me = meOf(viewer);
  if (can === "manage") return reachesGroup(viewer, "request.decide");
  if (can === "member") return isIn(viewer);
  const joins = reachesGroup(viewer, "member.join");
  const atOnce = sql`(g.open and not g.restricted and ${joins})`;
  if (can === "join") return sql`(${maySeekEntry(viewer)} and ${atOnce})`;
  return sql`(${maySeekEntry(viewer)} and not ${atOnce} and (${joins} or ${reachesGroup(viewer, "member.request")})
    and not exists (select 1 from request r
      where r.group_id = g.id and r.account_id = ${me} and r.status = 'pending'))`;
}

function maySeekEntry(viewer: Viewer): SQL {
  const eligible = viewer.account?.owner ? sql`true` : isEligibleFor(viewer);
  const open = decideGlobal(viewer, "group.request").allowed ? sql`true` : sql`g.public`;
  return sql`(not g.internal and ${open} and ${eligible})`;
}
