/**
 * One spelling of a line of the log, and of a seal, that no other line or seal shares: JSON arrays of every column in a
 * fixed order. Nothing may be taken out or moved, or every seal ever made is broken; a column that comes later needs a
 * spelling of its own.
 */
import { type SQL, sql } from "drizzle-orm";

const milliseconds = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::bigint::text`;

/** What a line of the log `a` says, as 32 bytes. `id` is its number, unless somebody asks what it would be by another. */
export function lineDigest(id: SQL = sql`a.id`): SQL {
  // The two of JSON go in as text: else nothing told a value that is null from one that is not there.
  return sql`sha256(convert_to(jsonb_build_array('line 1', ${id}, ${milliseconds(sql`a.at`)}, a.xid::text, a.event,
    a.actor_id, a.actor_name, a.account_id, a.account_name, a.group_id, a.group_name, a.type, a.role, a.permission,
    a.subject_id, a.before::text, a.after::text, a.cause, a.reason, a.request_id)::text, 'UTF8'))`;
}

/** What a seal `s` says, its lines included, as 64 hexadecimal digits. */
export const sealDigest: SQL = sql`encode(sha256(convert_to(jsonb_build_array('seal 1', s.number, s.from_xid::text,
  s.to_xid::text, s.rows, s.previous, ${milliseconds(sql`s.at`)}, s.row_ids::text,
  encode(sha256(s.row_digests), 'hex'))::text, 'UTF8')), 'hex')`;

/** What stands before the first seal. */
export const NO_SEAL = "0".repeat(64);
