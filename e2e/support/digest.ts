/** One digest over everything that is stored, to see that a refused request left nothing behind. */
import { asOwner } from "./stand";

// What counts tries and openings is no change: it says how often, and of nothing that anybody decided.
const TALLIES = ["rate_count", "join_link_opening"];

export function databaseDigest(): Promise<string> {
  return asOwner(async (client) => {
    const tables = await client.query(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1) order by 1",
      [TALLIES],
    );
    const digests: string[] = [];
    for (const { name } of tables.rows) {
      const found = await client.query(
        `select coalesce(md5(string_agg(line, '' order by line)), '') as digest from (select md5(t::text) as line from "${name}" t) lines`,
      );
      digests.push(`${name}:${found.rows[0].digest}`);
    }
    return digests.join("\n");
  });
}
