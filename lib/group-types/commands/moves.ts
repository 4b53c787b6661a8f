import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";

/** One cell, as it was changed last since a version. */
export interface Move {
  readonly role: string;
  readonly permission: string;
  readonly on: boolean;
  /** as it was at that version */
  readonly was: boolean;
  /** who changed it, null for the portal itself */
  readonly by: string | null;
  /** ISO, UTC */
  readonly at: string;
}

/** Which cells of a type moved since a version of its table, oldest first. For administrators of types only. */
export async function listMoves(read: Reader, type: string, since: number): Promise<Move[]> {
  return read.rows<Move>(sql`
    select role, permission, "on", was, by, at from (
      select distinct on (role, permission) id, role, permission, event = 'permission.granted' as "on", actor_name as by,
        first_value(event) over (partition by role, permission order by id) = 'permission.revoked' as was,
        to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from audit where type = ${type} and event in ('permission.granted', 'permission.revoked')
        and (after ->> 'version')::int > ${since}
      order by role, permission, id desc) newest
    order by id`);
}
