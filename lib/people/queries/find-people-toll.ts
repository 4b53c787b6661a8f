/** What follows from a change to accounts, counted whole; named only those groups whose members the reader may know. */
import { sql } from "drizzle-orm";
import type { Plan } from "@/lib/consequences/plan";
import { findToll, type Toll } from "@/lib/permissions/toll";
import type { Viewer } from "@/lib/session/viewer";
import { knowsThere } from "../in-common";

const NAMED = 5;

export async function findPeopleToll(viewer: Viewer, plan: Plan | null): Promise<Toll | null> {
  const toll = await findToll(viewer, plan);
  if (!plan || !toll?.removed) return toll;
  const groups = plan.pruned.map(({ groupId }) => groupId);
  const rows = await viewer.portal.store.reader.rows<{ name: string }>(sql`
    select g.name from groups g where g.id = any(${sql.param(groups)}::uuid[])
      and ${knowsThere(viewer, sql`null::uuid`, "member.list")} order by g.name_key, g.id limit ${NAMED}`);
  return { ...toll, removed: { ...toll.removed, named: rows.map(({ name }) => name) } };
}
