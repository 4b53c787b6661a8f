/** Who is told of a request is found from those who may decide it: how many are in the group does not matter. */
import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { seedCrowd } from "@/db/testing/crowd";
import { planOf } from "@/db/testing/plan";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { deciders } from "./deciders";

const ACCOUNTS = 2_000;
const EVERYBODY = "00000000-0000-4000-8000-000000000001";

let at: TestPortal;
beforeAll(async () => {
  at = await testPortal();
  await seedCrowd(at.clone.ownerUrl, { groups: 200, accounts: ACCOUNTS });
}, 60_000);

const asked = sql`select told.id from (${deciders(sql`${EVERYBODY}::uuid`)}) told`;

it("looks at a handful of memberships in a group of everybody", async () => {
  const { reader } = at.portal.store;
  const [row] = await reader.rows<{ members: number }>(
    sql`select count(*)::int as members from membership where group_id = ${EVERYBODY}::uuid`,
  );
  expect(row?.members).toBe(ACCOUNTS);
  // The owner, and whoever manages all groups.
  expect(await reader.rows(asked)).toHaveLength(2);
  const { rows } = await planOf(reader, asked);
  expect(rows.membership ?? 0).toBeLessThan(20);
});
