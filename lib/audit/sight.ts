/** Which lines of the log a reader may have: those about groups that they see now, and those about no group. */
import { type SQL, sql } from "drizzle-orm";
import { seesEveryGroup, seesGroup } from "@/lib/groups/visible";
import type { Viewer } from "@/lib/session/viewer";

export interface Sight {
  /** joined to lines `a`: the group `shown`, if there is one and the reader sees it */
  readonly join: SQL;
  readonly where: SQL;
}

/** A group that is gone is seen by nobody but those who see every group there is. */
export function sightOf(viewer: Viewer): Sight {
  const seen = seesGroup(viewer);
  return {
    join: sql`left join lateral (select g.slug, g.type from groups g where g.id = a.group_id and ${seen}) shown on true`,
    where: seesEveryGroup(viewer) ? sql`true` : sql`(a.group_id is null or shown.slug is not null)`,
  };
}
