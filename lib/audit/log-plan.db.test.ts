import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { type Crowd, seedCrowd } from "@/db/testing/crowd";
import { planOf } from "@/db/testing/plan";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import { type LogQuery, narrowed } from "./filters";
import { listLog, logStatement, WINDOW } from "./queries/list-log";

const LINES = 300_000;
const REQUEST = "00000000-0000-4000-8000-00000000aaaa";

// One large request, one group and one person with a tenth of everything, and things that hardly ever happen.
const fill = (
  from: number,
  to: number,
) => `insert into audit (at, event, actor_id, actor_name, account_id, account_name, group_id, group_name, type, cause, request_id)
  select timestamptz '2026-01-01 00:00Z' + n * interval '1 second',
    case when n % 50000 = 0 then 'test.rare' when n % 3 = 0 then 'member.removed' else 'member.joined' end,
    ('00000000-0000-4000-9000-' || lpad(to_hex(case when n % 10 = 0 then 10 else 1 + n % 500 end), 12, '0'))::uuid, 'Somebody',
    ('00000000-0000-4000-9000-' || lpad(to_hex(case when n % 10 = 1 then 10 else 1 + n % 500 end), 12, '0'))::uuid, 'Person',
    case when n % 5 > 0 then ('00000000-0000-4000-8000-' || lpad(to_hex(case when n % 10 = 2 then 1 else 1 + n % 2000 end), 12, '0'))::uuid end,
    case when n % 5 > 0 then 'Group' end, case when n % 100 = 0 then 'type-1' end,
    case when n % 4 = 0 then 'permission.revoked group.request member' when n % 40000 = 1 then 'member.until' end,
    case when n % 10 = 3 then '${REQUEST}'::uuid else gen_random_uuid() end
  from generate_series(${from}, ${to}) n`;

describe(`a log of ${LINES} lines`, () => {
  let kit: TestPortal;
  let crowd: Crowd;
  const readers: Record<string, Viewer> = {};

  beforeAll(async () => {
    kit = await testPortal();
    crowd = await seedCrowd(kit.clone.ownerUrl, { groups: 2_000, accounts: 500 });
    const client = new pg.Client({ connectionString: kit.clone.ownerUrl });
    await client.connect();
    // In many transactions: other tests on this server wait for whoever has one open.
    for (let n = 0; n < LINES; n += 10_000) await client.query(fill(n + 1, n + 10_000));
    await client.query("vacuum analyze audit");
    await client.end();
    const right = { globalPermissions: new Set(["audit.view"] as const) };
    readers.owner = await findViewer(kit.portal, { account: crowd.owner });
    readers.member = { ...(await findViewer(kit.portal, { account: crowd.member })), ...right };
    // Sees next to nothing of it: looks through a window of lines that are not for them.
    readers.recluse = { ...(await findViewer(kit.portal, { account: crowd.recluse })), ...right };
  }, 240_000);

  const queries = (): Record<string, LogQuery> => ({
    nothing: {},
    event: { event: "member.removed" },
    "a rare event": { event: "test.rare" },
    "an event that never was": { event: "test.never" },
    group: { group: "00000000-0000-4000-8000-000000000001" },
    person: { person: crowd.member },
    actor: { actor: crowd.member },
    type: { type: "type-1" },
    cause: { cause: "permission.revoked" },
    "a rare cause": { cause: "member.until" },
    request: { request: REQUEST },
    "a span of time": { from: "2026-01-02", to: "2026-01-02" },
    "a group in a span": { group: "00000000-0000-4000-8000-000000000001", from: "2026-01-02", to: "2026-01-02" },
    "an actor and a rare event": { actor: crowd.member, event: "test.rare" },
    "everything at once": {
      ...{ group: "00000000-0000-4000-8000-000000000001", person: crowd.member, actor: crowd.owner, request: REQUEST },
      ...{ type: "type-1", cause: "member.until", event: "test.rare", from: "2026-01-01", to: "2026-12-31" },
    },
  });

  test.each(["owner", "member", "recluse"])(
    "T74: however it is narrowed, a page for the %s reads a window of it at most",
    async (name) => {
      const reader = readers[name] as Viewer;
      for (const [what, query] of Object.entries(queries())) {
        const first = await listLog(reader, query, { size: 50 });
        for (const after of [null, first?.next ?? null]) {
          const key = after ? JSON.parse(Buffer.from(after, "base64url").toString()).map(String) : null;
          const { scanned, rows } = await planOf(
            kit.portal.store.reader,
            logStatement(reader, narrowed(query), key, 50),
          );
          expect(scanned, what).not.toContain("audit");
          expect(rows.audit ?? 0, what).toBeLessThanOrEqual(WINDOW);
        }
      }
    },
  );

  test("T74: what fills a page reads little more than the page", async () => {
    for (const query of [
      {},
      { event: "member.removed" },
      { group: "00000000-0000-4000-8000-000000000001" },
      { request: REQUEST },
    ]) {
      const { rows } = await planOf(
        kit.portal.store.reader,
        logStatement(readers.owner as Viewer, narrowed(query), null, 50),
      );
      expect(rows.audit).toBeLessThanOrEqual(51);
    }
  });

  test("whoever sees little of it comes to everything that is theirs by going on", async () => {
    const reader = readers.recluse as Viewer;
    const query = { event: "test.rare" };
    expect((await listLog(reader, { actor: crowd.member, ...query }))?.lines.length).toBeLessThanOrEqual(6);
    const rare = { actor: crowd.member, event: "test.rare" };
    const found: number[] = [];
    let [after, pages, cut] = [null as string | null, 0, 0];
    do {
      const page: Awaited<ReturnType<typeof listLog>> = await listLog(readers.owner as Viewer, rare, { after });
      found.push(...(page?.lines ?? []).map(({ id }) => id));
      after = page?.next ?? null;
      pages++;
      if (page?.cut) cut++;
    } while (after && pages < 100);
    expect(found).toHaveLength(6);
    expect([pages, cut]).toEqual([7, 6]);
  });

  test("a statement that goes about it plainly is found to read it all: the bounds can be missed", async () => {
    const plainly = logStatement(readers.owner as Viewer, narrowed({}), null, LINES);
    const { rows } = await planOf(kit.portal.store.reader, plainly);
    expect(rows.audit).toBe(WINDOW);
  });
});
