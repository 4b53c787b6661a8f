/** How a search asks for groups: names that begin with it, then what resembles it, then what holds its words. */
import { type SQL, sql } from "drizzle-orm";
import { fold } from "@/lib/fold";

/** Beyond this nothing is read of what was typed. */
export const LONGEST_QUERY = 80;
const SHORTEST_FOR_PARTS = 3;
/** Sorts after every text that begins like the query. */
const LAST = "\u{10ffff}";

export interface Search {
  /** whether a folded name begins with the query */
  begins(nameKey: SQL): SQL;
  /** whether the group `g` resembles it or holds its words */
  readonly matches: SQL;
  /** 1 for what resembles the query, 2 for what only holds its words; 0 is for names that begin with it */
  readonly tier: SQL;
}

/** Null for a text that asks for nothing. */
export function searchFor(text: string | null | undefined): Search | null {
  const key = fold((text ?? "").slice(0, LONGEST_QUERY).replaceAll(/[\0\p{Cs}]/gu, " "));
  if (key === "") return null;
  const resembles = resembling(key);
  const words = wordsOf(key);
  const holds = words ? sql`to_tsvector('simple', g.search_key) @@ to_tsquery('simple', ${words})` : sql`false`;
  return {
    begins: (nameKey) => sql`${nameKey} >= ${key}::text collate "C" and ${nameKey} < ${key + LAST}::text collate "C"`,
    matches: sql`(${resembles} or ${holds})`,
    tier: sql`case when ${resembles} then 1 else 2 end`,
  };
}

function resembling(key: string): SQL {
  if (key.length < SHORTEST_FOR_PARTS) return sql`false`;
  const part = `%${key.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`(g.search_key like ${part} or g.search_key %> ${key})`;
}

/** Every word must be there, in any order, longer ones by their beginning. Letters and digits only: no operator gets in. */
function wordsOf(key: string): string | null {
  const words = key.match(/[\p{L}\p{N}]+/gu) ?? [];
  const asked = words.map((word) => (word.length < SHORTEST_FOR_PARTS ? `'${word}'` : `'${word}':*`));
  return asked.length > 0 ? asked.join(" & ") : null;
}
