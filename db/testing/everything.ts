/** What the policy says of every group there is, for comparing with what a statement shows. */
import { sql } from "drizzle-orm";
import { type FactsRow, groupFacts, ownStanding, toSituation } from "@/lib/groups/facts";
import type { Situation } from "@/lib/policy/facts";
import type { Portal } from "@/lib/portal";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import type { World } from "./seed";

export interface Everything {
  readonly row: FactsRow;
  readonly situation: Situation;
}

/** All groups in the directory's order, with the viewer's standing, whether they see them or not. */
export async function everyGroup(viewer: Viewer): Promise<Everything[]> {
  const rows = await viewer.portal.store.reader.rows<FactsRow>(sql`
    select ${groupFacts}, ${ownStanding(viewer)} from groups g order by g.name_key, g.id`);
  return rows.map((row) => {
    const situation = toSituation(viewer, row);
    if (!situation) throw new Error(`no such type: ${row.type}`);
    return { row, situation };
  });
}

/** A visitor and every account of a world. */
export async function everyViewer(portal: Portal, world: World): Promise<Viewer[]> {
  const accounts = world.accounts.map((account) => findViewer(portal, { account }));
  return Promise.all([findViewer(portal, null), ...accounts]);
}
