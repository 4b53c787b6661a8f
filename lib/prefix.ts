/** Names that begin with what somebody typed: how much of it is read, and which stretch of the sort keys it stands for. */
import { type SQL, sql } from "drizzle-orm";
import { fold } from "./fold";

/** Beyond this nothing is read of what was typed. */
const LONGEST_QUERY = 80;
/** Sorts after every text that begins like the query. */
const LAST = "\u{10ffff}";

/** What was typed as sort keys spell it; empty for a text that asks for nothing. */
export function queryKey(text: string | null | undefined): string {
  return fold((text ?? "").slice(0, LONGEST_QUERY).replaceAll(/[\0\p{Cs}]/gu, " "));
}

/** Whether a column of folded names begins with the key; an index on it answers. */
export function beginsWith(column: SQL, key: string): SQL {
  return sql`(${column} >= ${key}::text collate "C" and ${column} < ${key + LAST}::text collate "C")`;
}
