/**
 * How a search asks for groups: names that begin with it, then what contains it, then what holds its words. Where all
 * of that finds nothing, names that resemble it.
 */
import { type SQL, sql } from "drizzle-orm";
import { beginsWith, queryKey } from "@/lib/prefix";

const SHORTEST_FOR_PARTS = 3;

/** Conditions over the group `g`. They shut one another out, but for the last. */
export interface Search {
  /** tier 0: whether a folded name begins with the query; asked of the listing too */
  begins(nameKey: SQL): SQL;
  /** tier 1 */
  readonly contains: SQL;
  /** tier 2 */
  readonly holdsWords: SQL;
  /** tier 3, for when nothing else is found */
  readonly resembles: SQL;
}

/** Null for a text that asks for nothing. */
export function searchFor(text: string | null | undefined): Search | null {
  const key = queryKey(text);
  if (key === "") return null;
  const begins = (nameKey: SQL) => beginsWith(nameKey, key);
  // Fewer letters than a trigram has are in nearly everything, and no index finds them.
  const long = key.length >= SHORTEST_FOR_PARTS;
  const part = long ? sql`g.search_key like ${`%${key.replaceAll(/[\\%_]/g, "\\$&")}%`}` : sql`false`;
  const words = wordsOf(key);
  const holds = words ? sql`to_tsvector('simple', g.search_key) @@ to_tsquery('simple', ${words})` : sql`false`;
  const elsewhere = sql`not ${begins(sql`g.name_key`)}`;
  return {
    begins,
    contains: sql`(${part} and ${elsewhere})`,
    holdsWords: sql`(${holds} and not (${part}) and ${elsewhere})`,
    resembles: long ? sql`(g.name_key %> ${key})` : sql`false`,
  };
}

/** Every word must be there, in any order, longer ones by their beginning. Letters and digits only: no operator gets in. */
function wordsOf(key: string): string | null {
  const words = key.match(/[\p{L}\p{N}]+/gu) ?? [];
  const asked = words.map((word) => (word.length < SHORTEST_FOR_PARTS ? `'${word}'` : `'${word}':*`));
  return asked.length > 0 ? asked.join(" & ") : null;
}
