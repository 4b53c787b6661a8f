/** A backup that is loaded into a server whose counter of transactions lies behind: the log simply goes on being sealed. */
import { sql } from "drizzle-orm";
import pg from "pg";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { startOwnServer } from "@/bin/test-server";
import { migrate } from "@/db/migrate";
import { makeTemplate, TEMPLATE } from "@/db/scratch";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { openPortal, type Portal } from "@/lib/portal";
import { CounterBehind, sealLog, sealNext } from "./seal";
import { loadLog } from "./testing/load-log";
import { sealAll } from "./testing/seal-all";
import { verifyLog } from "./verify";

const write = (event: string) =>
  `insert into audit (event, request_id) values ('${event}', '00000000-0000-4000-8000-000000000001') returning xid::text`;

/** As if its server had counted so many transactions more. */
const ahead = (world: World, by: number) =>
  world.owner.query(
    `create or replace function audit_base() returns bigint language sql stable as 'select ${by}::bigint'`,
  );

const baseOf = async (world: World) =>
  (await world.rows<{ base: string }>(sql`select audit_base()::text as base`))[0]?.base;
const countOn = async (world: World) =>
  (await world.rows<{ from: string | null }>(sql`select audit_count_on()::text as from`))[0]?.from;
/** what the portal's start does */
const start = ({ clone }: World) => migrate({ ownerUrl: clone.ownerUrl, appUrl: clone.appUrl });

/** events, in the order of their seals */
const sealed = async (portal: Portal) =>
  (
    await portal.store.reader.rows<{ event: string }>(sql`
      select a.event from audit_seal s cross join lateral unnest(s.row_ids) with ordinality l(id, n)
        join audit a on a.id = l.id order by s.number, l.n`)
  ).map(({ event }) => event);
const clean = (lines: number) => ({ faults: [], lines, waiting: { lines: 0 } });

async function client(url: string): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: url });
  await made.connect();
  onTestFinished(() => made.end());
  return made;
}

let old: World;
let now: World;

/** Two lines under a seal and two that the dump caught before theirs, from a server that was a million further. */
beforeEach(async () => {
  [old, now] = [await peopledWorld(), await peopledWorld()];
  await ahead(old, 1_000_000);
  for (const event of ["test.one", "test.two"]) await old.owner.query(write(event));
  await sealAll(old.portal, 2);
  for (const event of ["test.three", "test.four"]) await old.owner.query(write(event));
  await loadLog(old.owner, now.owner);
});

describe("a backup in a server that counts from lower on", () => {
  test("T80: goes on being sealed after the portal's start: each line once, in order, and the log is sound throughout", async () => {
    expect(await verifyLog(now.portal)).toMatchObject({ faults: [], lines: 2, waiting: { lines: 2 } });
    const { countedOn } = await start(now);
    expect(Number(countedOn)).toBeGreaterThan(1_000_000);
    expect(await verifyLog(now.portal)).toMatchObject({ faults: [], lines: 2, waiting: { lines: 3 } });
    await now.owner.query(write("test.five"));
    expect(await sealAll(now.portal, 4)).toBe(4);
    const order = ["test.one", "test.two", "test.three", "test.four", "portal.restored", "test.five"];
    expect(await sealed(now.portal)).toEqual(order);
    expect(await verifyLog(now.portal)).toMatchObject(clean(6));
  });

  test("is told of in the log, with both numbers, and only once; another start changes nothing", async () => {
    const { countedOn } = await start(now);
    const base = await baseOf(now);
    expect(await start(now)).toEqual({ applied: [], countedOn: null });
    expect(await baseOf(now)).toBe(base);
    const lines = await now.rows<{ was: number; is: number }>(sql`
      select (before->>'transaction')::int as was, (after->>'transaction')::int as is from audit
      where event = 'portal.restored'`);
    expect(lines).toEqual([{ was: expect.any(Number), is: Number(countedOn) }]);
    expect(lines[0]?.was).toBeLessThan(1_000_000);
  });

  test("without the base raised no line is written among sealed ones, and none is sealed", async () => {
    await expect(now.owner.query(write("test.five"))).rejects.toMatchObject({ code: "GH004" });
    await expect(sealNext(now.portal, 1)).rejects.toThrow(CounterBehind);
    expect(await verifyLog(now.portal)).toMatchObject({ faults: [], lines: 2, waiting: { lines: 2 } });
  });

  test("without the guard a line written too early lies among sealed ones, and stays there", async () => {
    await now.owner.query("drop trigger audit_not_behind on audit");
    await now.owner.query(write("test.five"));
    await start(now);
    await sealAll(now.portal, 3);
    expect((await verifyLog(now.portal)).faults).toEqual([{ kind: "inserted", seal: 1, line: 5 }]);
  });

  test("under a worker that nobody started anew: it sees to it itself, as the portal's own role", async () => {
    const at = await sealLog(now.portal);
    await now.portal.store.writer.rows(sql.raw(write("test.five")));
    await sealAll(now.portal, 4 - at);
    expect((await sealed(now.portal)).slice(2)).toEqual(["test.three", "test.four", "portal.restored", "test.five"]);
    expect(await verifyLog(now.portal)).toMatchObject(clean(6));
  });

  test("T77: what is changed, deleted, moved or inserted afterwards is still named, before and after where it was loaded", async () => {
    await start(now);
    await now.owner.query(write("test.five"));
    await sealAll(now.portal, 4);
    await now.owner.query("set session_replication_role = replica");
    await now.owner.query("create table kept as table audit");
    const edits: Record<string, (id: number) => string> = {
      changed: (id) => `update audit set reason = 'another' where id = ${id}`,
      deleted: (id) => `delete from audit where id = ${id}`,
      moved: (id) => `update audit set xid = xid + 500000 where id = ${id}`,
      inserted: (id) =>
        `insert into audit (event, request_id, xid) select 'test.forged', request_id, xid from audit where id = ${id}`,
    };
    for (const [kind, edit] of Object.entries(edits)) {
      for (const id of [1, 2, 3, 4, 5, 6]) {
        await now.owner.query(edit(id));
        const { faults } = await verifyLog(now.portal);
        expect(faults, `${kind} ${id}`).toContainEqual(
          expect.objectContaining(kind === "inserted" ? { kind } : { kind, line: id }),
        );
        await now.owner.query("delete from audit");
        await now.owner.query("insert into audit overriding system value table kept");
      }
    }
    expect((await verifyLog(now.portal)).faults).toEqual([]);
  });

  test("may be loaded again, from where it went on, into one that is behind even that", async () => {
    await start(now);
    await now.owner.query(write("test.five"));
    const third = await peopledWorld();
    await loadLog(now.owner, third.owner);
    const { countedOn } = await start(third);
    expect(Number(countedOn)).toBeGreaterThan(1_000_000);
    await third.owner.query(write("test.six"));
    await sealAll(third.portal, 6);
    expect(await verifyLog(third.portal)).toMatchObject(clean(8));
    // And twice into the same one: an older backup over what went on there.
    await loadLog(old.owner, third.owner);
    await ahead(third, 0);
    await start(third);
    await sealAll(third.portal, 3);
    expect(await verifyLog(third.portal)).toMatchObject(clean(5));
  });

  test("of which nothing was sealed yet is sealed alike", async () => {
    await now.owner.query("set session_replication_role = replica");
    await now.owner.query("delete from audit_seal");
    await now.owner.query("set session_replication_role = origin");
    expect(Number((await start(now)).countedOn)).toBeGreaterThan(1_000_000);
    expect(await sealAll(now.portal, 5)).toBe(5);
    expect(await verifyLog(now.portal)).toMatchObject(clean(5));
  });
});

describe("counting on", () => {
  test("does nothing in an ordinary portal, nor in a server that is further than the backup", async () => {
    const world = await peopledWorld();
    await world.owner.query(write("test.one"));
    await sealAll(world.portal, 1);
    expect((await start(world)).countedOn).toBeNull();
    await ahead(now, 2_000_000);
    expect((await start(now)).countedOn).toBeNull();
    expect(await baseOf(now)).toBe("2000000");
    await now.owner.query(write("test.five"));
    await sealAll(now.portal, 3);
    expect(await verifyLog(now.portal)).toMatchObject(clean(5));
  });

  test("T80: waits for whoever has written a line by the old base, which would be passed over else", async () => {
    const overtaken = async (world: World) => {
      await world.owner.query("set session_replication_role = replica");
      await world.owner.query("delete from audit_seal");
      await world.owner.query("set session_replication_role = origin");
      const writer = await client(world.clone.appUrl);
      await writer.query("begin");
      await writer.query(write("test.five"));
      return writer;
    };
    const writer = await overtaken(now);
    const waited = await client(now.clone.appUrl);
    await waited.query("set lock_timeout = '200ms'");
    await expect(waited.query("select audit_count_on()")).rejects.toMatchObject({ code: "55P03" });
    await writer.query("commit");
    expect(await countOn(now)).not.toBeNull();
    await sealAll(now.portal, 6);
    expect(await verifyLog(now.portal)).toMatchObject(clean(6));

    // The guard taken out.
    const [{ body }] = (await old.owner.query("select pg_get_functiondef('audit_count_on'::regproc) as body")).rows;
    const unguarded = body.replace(/lock table[^;]*;/, "");
    expect(unguarded).not.toBe(body);
    await ahead(old, 0);
    await old.owner.query(unguarded);
    const late = await overtaken(old);
    expect(await countOn(old)).not.toBeNull();
    await sealNext(old.portal, 9);
    await late.query("commit");
    await sealAll(old.portal, 1);
    expect((await verifyLog(old.portal)).faults).toContainEqual({ kind: "inserted", seal: 1, line: 5 });
  });

  test("T80: happens once when two ask at once, and those who write meanwhile go on by the new base", async () => {
    await now.owner.query("set session_replication_role = replica");
    await now.owner.query("delete from audit_seal");
    await now.owner.query("set session_replication_role = origin");
    const writers = await Promise.all([1, 2, 3].map(() => client(now.clone.appUrl)));
    const writing = writers.map(async (writer) => {
      for (let n = 0; n < 60; n++) await writer.query({ name: "write", text: write("test.many") });
    });
    const asked = await Promise.all(
      [1, 2, 3].map(() =>
        now.portal.store.writer.rows<{ from: string | null }>(sql`select audit_count_on()::text as from`),
      ),
    );
    await Promise.all(writing);
    expect(asked.flat().filter(({ from }) => from !== null)).toHaveLength(1);
    await sealAll(now.portal, 185);
    expect(await verifyLog(now.portal)).toMatchObject(clean(185));
  });
});

test("T80: a log from a server that really counted further, in a new server of its own", async () => {
  const server = await startOwnServer();
  onTestFinished(() => server.stop());
  await makeTemplate(server.ownerUrl);
  const url = new URL(server.ownerUrl);
  url.pathname = `/${TEMPLATE}`;
  const fresh = await client(url.href);
  const source = await peopledWorld();
  await source.owner.query("do $$ begin for n in 1..5000 loop perform pg_current_xact_id(); commit; end loop; end $$");
  for (const event of ["test.one", "test.two"]) await source.owner.query(write(event));
  await sealAll(source.portal, 2);
  await source.owner.query(write("test.three"));
  await loadLog(source.owner, fresh);
  await expect(fresh.query(write("test.four"))).rejects.toMatchObject({ code: "GH004" });
  const { countedOn } = await migrate({ ownerUrl: url.href, appUrl: url.href });
  expect(Number(countedOn)).toBeGreaterThan(5_000);
  await fresh.query(write("test.four"));
  const portal = await openPortal({ url: url.href, size: 2, logLevel: "silent" });
  onTestFinished(() => portal.store.end());
  await sealAll(portal, 3);
  expect(await sealed(portal)).toEqual(["test.one", "test.two", "test.three", "portal.restored", "test.four"]);
  expect(await verifyLog(portal)).toMatchObject(clean(5));
}, 120_000);
