/** A large portal's people are searched by an index, by any word of a name or an address. */
import { sql } from "drizzle-orm";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { type Crowd, seedCrowd } from "@/db/testing/crowd";
import { planOf } from "@/db/testing/plan";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { findViewer } from "@/lib/session/viewer";
import { listPeople, peopleStatement } from "./list-people";

const ACCOUNTS = 20_000;

describe(`a search among ${ACCOUNTS} people`, () => {
  let kit: TestPortal;
  let crowd: Crowd;

  beforeAll(async () => {
    kit = await testPortal();
    crowd = await seedCrowd(kit.clone.ownerUrl, { groups: 10, accounts: ACCOUNTS });
    await asOwner(`update account set email = 'p' || right(id::text, 6) || '@o-' || right(id::text, 5) || '.example',
      email_key = 'p' || right(id::text, 6) || '@o-' || right(id::text, 5) || '.example'`);
    await asOwner("vacuum analyze account");
  }, 240_000);

  async function asOwner(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: kit.clone.ownerUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  const plan = async (q: string) => {
    const viewer = await findViewer(kit.portal, { account: crowd.owner });
    return planOf(kit.portal.store.reader, peopleStatement(viewer, { q }));
  };

  // A word of a name, of an address before and behind its sign, a word in the middle of two, and nobody's.
  test.each(["12345", "p00303", "o_03039", "Person 19_999", "nobody's", "100%", "03039.example"])(
    "for “%s” looks at those whom it fits",
    async (q) => {
      const { scanned, rows } = await plan(q);
      expect(scanned).not.toContain("account");
      expect(rows.account ?? 0).toBeLessThan(200);
    },
  );

  test("finds whom it should, and takes no sign for a pattern", async () => {
    const viewer = await findViewer(kit.portal, { account: crowd.owner });
    const found = async (q: string) => (await listPeople(viewer, { q }))?.lines.map(({ name }) => name);
    expect(await found("12345")).toEqual(["Person 12345"]);
    expect(await found("o-03039")).toEqual(["Person 12345"]);
    expect(await found("Person 19999")).toEqual(["Person 19999"]);
    expect(await found("2345")).toEqual(["Person 2345"]);
    for (const q of ["%", "pers%12345", "person_12345%", "\\"]) expect(await found(q), q).toEqual([]);
  });

  test("reads everybody with the indexes taken out", async () => {
    await asOwner("drop index account_name_words, account_email_words");
    const { rows } = await plan("nobody's");
    expect(rows.account).toBeGreaterThanOrEqual(ACCOUNTS);
    expect(await kit.portal.store.reader.rows(sql`select 1 from account limit 1`)).toHaveLength(1);
  });
});
