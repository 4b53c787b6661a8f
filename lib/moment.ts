/** Moments as statements hand them out: ISO 8601 in UTC for pages, milliseconds since 1970 for cursors. */
import { type SQL, sql } from "drizzle-orm";

export function iso(column: SQL): SQL {
  return sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

export function milliseconds(column: SQL): SQL {
  return sql`(extract(epoch from ${column}) * 1000)::float8`;
}

/** The moment of a cursor, to compare a column with. */
export function momentAt(ms: string): SQL {
  return sql`(timestamptz 'epoch' + ${ms}::float8 * interval '1 millisecond')`;
}
