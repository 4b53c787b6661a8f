/** How posts are asked for by what they say: every word of the query must be in title or text, in any order. */
import { type SQL, sql } from "drizzle-orm";
import { queryKey } from "@/lib/prefix";

/** The index knows threes of letters: a query without a word so long would read every post of the group. */
const SHORTEST_WORD = 3;

/** `nothing`: no query · `too-short`: one that no index can answer · else a condition over the post `p` */
export type PostSearch = SQL | "nothing" | "too-short";

export function postSearch(text: string | null | undefined): PostSearch {
  const words = queryKey(text).split(" ").filter(Boolean);
  if (words.length === 0) return "nothing";
  if (!words.some((word) => [...word].length >= SHORTEST_WORD)) return "too-short";
  const each = words.map((word) => sql`p.search_key like ${`%${word.replaceAll(/[\\%_]/g, "\\$&")}%`}`);
  return sql`(${sql.join(each, sql` and `)})`;
}
