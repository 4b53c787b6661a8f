/** What a change to how a group is got into touches besides whom it counts: who would leave, by name, and links. */
import { sql } from "drizzle-orm";
import type { Plan } from "@/lib/consequences/plan";
import type { Viewer } from "@/lib/session/viewer";
import { linksRefusedIn } from "../links-refused";
import { reachesGroup } from "../visible";

export interface Touched {
  /** some of those who would be removed from the group, for those who may list its members */
  readonly removed: readonly string[];
  /** join links that would be refused while it is internal */
  readonly links: number;
}

const NAMED = 10;

/** `internal`: the change makes it so. */
export async function findTouched(
  viewer: Viewer,
  groupId: string,
  plan: Plan | null,
  internal: boolean,
): Promise<Touched> {
  const gone = (plan?.pruned ?? []).filter((pair) => pair.groupId === groupId).map(({ accountId }) => accountId);
  if (gone.length === 0 && !internal) return { removed: [], links: 0 };
  const [row] = await viewer.portal.store.reader.rows<Touched>(sql`
    select case when ${reachesGroup(viewer, "member.list")} then array(select a.name from account a
        where a.id = any(${sql.param(gone)}::uuid[]) order by a.name_key, a.id limit ${NAMED}) else '{}' end as removed,
      case when ${internal} then ${linksRefusedIn(sql`g.id`)} else 0 end as links
    from groups g where g.id = ${groupId}::uuid`);
  return row ?? { removed: [], links: 0 };
}
