/** What every verb on a type's table asks before it decides. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { actorOf } from "@/lib/gate/site";
import type { TypeUse } from "@/lib/policy/ceilings";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";

export interface TypeFacts {
  readonly version: number;
  readonly use: TypeUse;
  /** how many groups of the type there are */
  readonly groups: number;
}

/** Null if there is no such type. */
export async function findTypeFacts(read: Reader, type: string): Promise<TypeFacts | null> {
  const [row] = await read.rows<{ version: number; groups: number; confers: string[]; leads: boolean }>(sql`
    select t.version,
      (select count(*)::int from groups g where g.type = t.name) as groups,
      array(select distinct c.role from group_conferred_role c join groups g on g.id = c.group_id where g.type = t.name) as confers,
      exists (select 1 from leader l join groups g on g.id = l.leader_group_id where g.type = t.name) as leads
    from group_type t where t.name = ${type}`);
  return row ? { version: row.version, groups: row.groups, use: { confers: row.confers, leads: row.leads } } : null;
}

export const mayAdministerTypes = (viewer: Viewer): boolean => decideGlobal(actorOf(viewer), "type.administer").allowed;

/** The part that every change of a table has: whoever saves a form made on an older one is told. */
export const raisedVersion = (type: string) => ({
  name: "raised",
  statement: sql`update group_type t set version = t.version + 1 from guard where t.name = ${type} returning t.version`,
});

/** What all of them hold off: everybody else, since every right of every group of the type may hang on it. */
export const wholePolicy = { locks: { policy: "update" }, raises: { policy: true }, changes: [] } as const;
