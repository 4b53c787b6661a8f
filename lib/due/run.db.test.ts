import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { testPortal } from "@/db/testing/portal";
import { makeWorld } from "@/db/testing/world";
import { createGroup } from "@/lib/groups/commands/create-group";
import { createGroup as groupShape } from "@/lib/groups/schema";
import { siteViewer } from "@/lib/session/viewer";
import { runDue } from "./run";

it("ends what is due and leaves what is not, and does nothing the second time", async () => {
  const { portal, clone, statements } = await testPortal();
  const ids = await makeWorld(clone, { types: { squad: {} }, accounts: { ada: {}, bob: {}, root: { owner: true } } });
  const input = groupShape.parse({ type: "squad", name: "Scouts", flags: {} });
  const group = (await createGroup(await siteViewer(portal), input, ids.root ?? null)).data?.id ?? "";
  const { reader, writer } = portal.store;
  await writer.rows(sql`insert into membership (group_id, account_id, how, until) values
    (${group}::uuid, ${ids.ada}::uuid, 'added', portal_now() - interval '1 second'),
    (${group}::uuid, ${ids.bob}::uuid, 'added', portal_now() + interval '1 hour')`);
  await writer.rows(sql`insert into session (id, account_id, how, expires_at) values
    ('past', ${ids.bob}::uuid, 'password', portal_now()), ('lives', ${ids.bob}::uuid, 'password', portal_now() + interval '1 day')`);
  await writer.rows(
    sql`insert into rate_count values ('old', portal_now() - interval '2 days', 1), ('new', portal_now(), 1)`,
  );
  await runDue(portal);
  expect(await reader.rows(sql`select account_id as id from membership`)).toEqual([{ id: ids.bob }]);
  expect(await reader.rows(sql`select id from session`)).toEqual([{ id: "lives" }]);
  expect(await reader.rows(sql`select key from rate_count`)).toEqual([{ key: "new" }]);
  const log = await reader.rows(
    sql`select event from audit where account_id = ${ids.ada}::uuid and group_id = ${group}::uuid`,
  );
  expect(log).toEqual([{ event: "member.pruned" }]);
  statements();
  await runDue(portal);
  expect(statements().filter((text) => text.includes("insert into audit"))).toEqual([]);
});
