/** One digest over everything that is stored, to see that a refused request left nothing behind. */
import type { Client } from "pg";
import { asOwner } from "./stand";

// What counts tries and openings is no change: it says how often, and of nothing that anybody decided.
const TALLIES = ["rate_count", "join_link_opening"];

export function databaseDigest(): Promise<string> {
  return asOwner(async (client) => {
    await untilQuiet(client);
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

/** What the worker still has to send would change rows while we look: it is waited for. */
async function untilQuiet(client: Client): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const { rows } = await client.query(
      "select 1 from outbox where status = 'waiting' and due_at <= portal_now() limit 1",
    );
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the worker does not come to rest");
}
