import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { peopledWorld } from "@/db/testing/peopled-world";
import { runDue } from "@/lib/due/run";

it("keeps what was sent for a month, and what was given up for good", async () => {
  const at = await peopledWorld();
  const letter = async (days: number, status: "done" | "failed" | "waiting") =>
    at.rows(sql`
      with made as (insert into outbox (kind, payload, status, created_at, done_at) values ('mail', '{}', ${status},
          portal_now() - make_interval(days => ${days}), case when ${status} = 'done' then portal_now() - make_interval(days => ${days}) end)
        returning id, status, created_at)
      insert into sent_mail (id, recipient, subject, body, created_at)
        select id, 'ann@example.org', 'News', '', created_at from made where status = 'done'`);
  await letter(31, "done");
  await letter(29, "done");
  await letter(40, "failed");
  await letter(40, "waiting");
  await runDue(at.portal);
  expect(await at.rows(sql`select count(*)::int as n from sent_mail`)).toEqual([{ n: 1 }]);
  expect(await at.rows(sql`select status, count(*)::int as n from outbox group by 1 order by 1`)).toEqual([
    { status: "done", n: 1 },
    { status: "failed", n: 1 },
    { status: "waiting", n: 1 },
  ]);
});
