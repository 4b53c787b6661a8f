/** Lists and records as parameters of one statement, so that its text does not grow with them. */
import { type SQL, sql } from "drizzle-orm";

export const texts = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;
export const uuids = (values: readonly string[]): SQL => sql`${sql.param([...values])}::uuid[]`;

/** A relation made of plain objects; the caller names and types its columns. */
export const records = (values: readonly unknown[]): SQL => sql`jsonb_to_recordset(${JSON.stringify(values)}::jsonb)`;

/** The same for pairs of an account and a group, of which there can be a hundred thousand: two lists instead of texts. */
export const pairs = (values: readonly { readonly account: string; readonly grp: string }[]): SQL =>
  sql`unnest(${uuids(values.map(({ account }) => account))}, ${uuids(values.map(({ grp }) => grp))}) as x(account, grp)`;
