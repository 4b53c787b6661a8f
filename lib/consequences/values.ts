/** Lists and records as parameters of one statement, so that its text does not grow with them. */
import { type SQL, sql } from "drizzle-orm";

export const texts = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;
export const uuids = (values: readonly string[]): SQL => sql`${sql.param([...values])}::uuid[]`;

/** A relation made of plain objects; the caller names and types its columns. */
export const records = (values: readonly unknown[]): SQL => sql`jsonb_to_recordset(${JSON.stringify(values)}::jsonb)`;
