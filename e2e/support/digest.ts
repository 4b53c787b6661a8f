/** One digest over everything that is stored, to see that a refused request left nothing behind. */
import type { Client } from "pg";
import { asOwner } from "./stand";

// What counts tries and openings is no change: it says how often, and of nothing that anybody decided.
// Seals are the worker's own: it makes them in its own time, of what was written before.
const TALLIES = ["rate_count", "join_link_opening", "audit_seal"];
// Nor is it one that somebody was here.
const WITHOUT_SEEN = "(to_jsonb(t) - 'last_seen_at')::text";

export function databaseDigest(): Promise<string> {
  return asOwner(async (client) => {
    await untilQuiet(client);
    const tables = await client.query(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1) order by 1",
      [TALLIES],
    );
    // Rows are summed up by a hash of 64 bits each: nothing has to be sorted, however much other tests have left.
    const sums = tables.rows.map(({ name }) => {
      const row = name === "account" ? WITHOUT_SEEN : "t::text";
      return `select '${name}' as name, count(*), sum(hashtextextended(${row}, 0)) from "${name}" t`;
    });
    const { rows } = await client.query(sums.join(" union all "));
    // The tables come in whatever order they were read in, several at once.
    return rows
      .map(({ name, count, sum }) => `${name}: ${count} rows, ${sum}`)
      .sort()
      .join("\n");
  });
}

/** What the worker still has to send, or to carry out, would change rows while we look: it is waited for. */
async function untilQuiet(client: Client): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    await client.query("update outbox set due_at = portal_now() where status = 'waiting' and due_at > portal_now()");
    const { rows } = await client.query(
      `select 1 where exists (select 1 from outbox where status = 'waiting')
        or exists (select 1 from job where status in ('waiting', 'running'))`,
    );
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the worker does not come to rest");
}
