/** The log under attack by whoever owns the database, and two writers who overtake one another. */
import { getTableColumns, sql } from "drizzle-orm";
import pg from "pg";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { audit } from "@/db/schema";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { sealLog } from "./seal";
import { sealAll } from "./testing/seal-all";
import { type Fault, isInChain, verifyLog } from "./verify";

let world: World;

async function client(url: string): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: url });
  await made.connect();
  onTestFinished(() => made.end());
  return made;
}

const REQUEST = "00000000-0000-4000-8000-000000000001";
const write = (event: string) => `insert into audit (event, request_id, before, reason)
  values ('${event}', '${REQUEST}', '{"n": 1}', 'because') returning id::int, xid::text`;

/** Whoever owns the database is not stopped by its triggers. */
const asOwner = async (statement: string) => {
  await world.owner.query("set session_replication_role = replica");
  const { rowCount } = await world.owner.query(statement);
  await world.owner.query("set session_replication_role = origin");
  return rowCount;
};

const said = (faults: readonly Fault[]) =>
  faults.map((fault) =>
    "line" in fault
      ? `${fault.kind} ${fault.line}${fault.kind === "moved" && fault.now !== fault.line ? ` to ${fault.now}` : ""} in ${fault.seal}`
      : `${fault.kind} ${fault.seal}`,
  );
const faults = async () => said((await verifyLog(world.portal)).faults);

describe("seals", () => {
  beforeEach(async () => {
    world = await peopledWorld();
  });

  test("T80: two open transactions that commit out of order are both sealed, once each", async () => {
    const [first, second] = [await client(world.clone.appUrl), await client(world.clone.appUrl)];
    await first.query("begin");
    const { rows: early } = await first.query(write("test.early"));
    await second.query("begin");
    const { rows: late } = await second.query(write("test.late"));
    await second.query("commit");
    // The later one is there to be read, and yet not sealed: an older one may still bring lines of its own.
    expect(await world.rows(sql`select event from audit`)).toEqual([{ event: "test.late" }]);
    expect(await sealLog(world.portal)).toBe(0);
    expect((await verifyLog(world.portal)).waiting.lines).toBe(1);
    const { rows: more } = await first.query(write("test.later-still"));
    await first.query("commit");
    expect(await sealAll(world.portal, 3)).toBe(3);
    expect(await sealLog(world.portal)).toBe(0);
    const ids = [early[0].id, more[0].id, late[0].id];
    expect(await world.rows(sql`select row_ids::int[] as ids from audit_seal`)).toEqual([{ ids }]);
    expect(await verifyLog(world.portal)).toMatchObject({ faults: [], seals: 1, lines: 3, waiting: { lines: 0 } });
  });

  test("T80: whoever went by the last number alone would have passed one over", async () => {
    const [first, second] = [await client(world.clone.appUrl), await client(world.clone.appUrl)];
    await first.query("begin");
    await first.query(write("test.early"));
    await second.query(write("test.late"));
    const beyond = async (id: number) =>
      (await world.rows<{ id: number }>(sql`select id::int from audit where id > ${id} order by id`)).map(
        (row) => row.id,
      );
    const seen = await beyond(0);
    await first.query("commit");
    expect([...seen, ...(await beyond(seen.at(-1) ?? 0))]).toHaveLength(1);
    expect(await sealAll(world.portal, 2)).toBe(2);
  });

  test("a quiet log gets no seal, and each further seal bears the one before", async () => {
    expect(await sealLog(world.portal)).toBe(0);
    for (const event of ["test.one", "test.two", "test.three"]) {
      await world.owner.query(write(event));
      expect(await sealAll(world.portal, 1)).toBe(1);
      expect(await sealLog(world.portal)).toBe(0);
    }
    const seals = await world.rows<{ number: string; previous: string; digest: string }>(
      sql`select number, previous, digest from audit_seal order by number`,
    );
    expect(seals.map(({ number }) => number)).toEqual(["1", "2", "3"]);
    expect(seals.map(({ previous }) => previous)).toEqual(["0".repeat(64), seals[0]?.digest, seals[1]?.digest]);
    expect(await isInChain(world.portal, seals[1]?.digest ?? "")).toBe(true);
    expect(await isInChain(world.portal, "f".repeat(64))).toBe(false);
  });

  test("two sealers at once do not fork: each line is in one seal", async () => {
    const writer = await client(world.clone.appUrl);
    let lines = 0;
    for (let n = 0; n < 40; n++) {
      await writer.query(write(`test.n${n}`));
      if (n % 4 === 0) for (const some of await Promise.all([1, 2, 3].map(() => sealLog(world.portal)))) lines += some;
    }
    expect(lines + (await sealAll(world.portal, 40 - lines))).toBe(40);
    expect(await verifyLog(world.portal)).toMatchObject({ faults: [], lines: 40, waiting: { lines: 0 } });
  });

  test("many lines are several seals, and none ends within a transaction", async () => {
    const several = (n: number) => `insert into audit (event, request_id) select 'test.many', '${REQUEST}'
      from generate_series(1, ${n})`;
    for (const n of [6_000, 6_000, 25_000, 3]) await world.owner.query(several(n));
    expect(await sealAll(world.portal, 37_003)).toBe(37_003);
    const seals = await world.rows<{ rows: number }>(sql`select rows from audit_seal order by number`);
    expect(seals.map(({ rows }) => rows)).toEqual([6_000, 6_000, 25_000, 3]);
    expect((await verifyLog(world.portal)).faults).toEqual([]);
  });
});

describe("a sealed log of six lines", () => {
  beforeEach(async () => {
    world = await peopledWorld({ accounts: { ada: {}, ben: {} }, groups: { hill: {} } });
    const ids = [world.id("ada"), world.id("hill"), world.id("ben")].map((id) => `'${id}'::uuid`).join(", ");
    for (const [n, seal] of [0, 0, 3, 0, 2, 0].entries()) {
      await world.owner.query(`insert into audit (event, actor_id, group_id, account_id, actor_name, account_name, group_name,
        type, role, permission, subject_id, before, after, cause, reason, request_id)
        select 'test.line${n}', ${ids}, 'Ada', 'Ben', 'Hill', 'club', 'member', 'group.view', '${REQUEST}',
          '{"a": ${n}}', ${n === 0 ? "null" : `'{"b": ${n}}'`}, 'test.cause', 'why ${n}', '${REQUEST}'`);
      if (seal > 0) await sealAll(world.portal, seal);
    }
    expect(await verifyLog(world.portal)).toMatchObject({ faults: [], seals: 2, lines: 5, waiting: { lines: 1 } });
    await world.owner.query("create table kept as table audit");
  });

  const sealOf = (id: number) => (id <= 3 ? 1 : 2);

  test("T77: no edit of any column of any line goes unnoticed, and each names its line", async () => {
    const columns = Object.values(getTableColumns(audit)).filter(({ name }) => !["id", "xid"].includes(name));
    expect(columns.length).toBeGreaterThan(15);
    let edits = 0;
    for (const { name, notNull } of columns) {
      for (const id of [1, 2, 3, 4, 5]) {
        for (const value of editsOf(name, notNull)) {
          await world.owner.query("begin");
          await world.owner.query("set local session_replication_role = replica");
          const { rowCount } = await world.owner.query(
            `update audit set "${name}" = ${value} where id = ${id} and "${name}" is distinct from ${value}`,
          );
          await world.owner.query("commit");
          if (!rowCount) continue;
          edits++;
          expect(await faults(), `${name} = ${value}`).toEqual([`changed ${id} in ${sealOf(id)}`]);
          await restore(id);
          if (edits % 10 === 0) expect(await faults()).toEqual([]);
        }
      }
    }
    expect(edits).toBeGreaterThan(100);
  });

  const restore = (id: number) => asOwner(`delete from audit where id = ${id}`).then(() => putBack(id));
  const putBack = (id: number) =>
    asOwner(`insert into audit overriding system value select * from kept where id = ${id}`);

  test("T77: each deletion is named", async () => {
    for (const id of [1, 2, 3, 4, 5]) {
      await asOwner(`delete from audit where id = ${id}`);
      expect(await faults()).toEqual([`deleted ${id} in ${sealOf(id)}`]);
      await putBack(id);
    }
    expect(await faults()).toEqual([]);
  });

  test("T77: each swap of two lines is named, and each line that took another number", async () => {
    for (const [a, b] of [1, 2, 3, 4, 5].flatMap((a) =>
      [1, 2, 3, 4, 5].filter((b) => b > a).map((b) => [a, b] as const),
    )) {
      await asOwner(`delete from audit where id in (${a}, ${b})`);
      await asOwner(`insert into audit overriding system value select case id when ${a} then ${b} else ${a} end, at, xid,
        event, actor_id, actor_name, account_id, account_name, group_id, group_name, type, role, permission, subject_id,
        before, after, cause, reason, request_id from kept where id in (${a}, ${b})`);
      const swapped = await faults();
      expect(swapped).toHaveLength(2);
      for (const [line, now] of [
        [a, b],
        [b, a],
      ] as const) {
        expect(swapped).toContain(`moved ${line} to ${now} in ${sealOf(line)}`);
      }
      await asOwner(`delete from audit where id in (${a}, ${b})`);
      for (const id of [a, b]) await putBack(id);
    }
    await asOwner("alter table audit alter id drop identity");
    await asOwner("update audit set id = 99 where id = 2");
    expect(await faults()).toEqual(["moved 2 to 99 in 1"]);
  });

  test("T77: each line that is put among sealed ones is named, wherever it is put", async () => {
    const sealed = await world.rows<{ xid: string }>(sql`select xid::text from audit where id <= 5 order by id`);
    for (const [n, { xid }] of sealed.entries()) {
      await asOwner(`insert into audit (event, request_id, xid) values ('test.forged', '${REQUEST}', ${xid})`);
      const [forged] = await world.rows<{ id: number }>(sql`select max(id)::int as id from audit`);
      expect(await faults()).toEqual([`inserted ${forged?.id} in ${sealOf(n + 1)}`]);
      await asOwner(`delete from audit where event = 'test.forged'`);
    }
    await asOwner(`insert into audit (event, request_id, xid) values ('test.forged', '${REQUEST}', -5)`);
    const [forged] = await world.rows<{ id: number }>(sql`select max(id)::int as id from audit`);
    expect(await faults()).toEqual([`inserted ${forged?.id} in 0`]);
    // Nor does one that no server ever comes to wait for its seal unseen, or bring the counting on to its end.
    await asOwner(`update audit set xid = ${2n ** 62n} where event = 'test.forged'`);
    expect(await faults()).toEqual([`inserted ${forged?.id} in 0`]);
    expect(await world.rows(sql`select audit_count_on() as from`)).toEqual([{ from: null }]);
  });

  test("T77: a line that is put under another transaction is named", async () => {
    const xids = await world.rows<{ id: number; xid: string }>(sql`select id::int, xid::text from audit order by id`);
    for (const { id, xid } of xids.filter((row) => row.id <= 5)) {
      for (const other of ["-1", ...xids.map((row) => row.xid).filter((one) => one !== xid)]) {
        await asOwner(`update audit set xid = ${other} where id = ${id}`);
        const found = await faults();
        expect(found[0], `${id} under ${other}`).toMatch(
          new RegExp(`^((changed|moved) ${id} in ${sealOf(id)}|inserted ${id} in)`),
        );
        expect(found.join()).toMatch(new RegExp(`(changed|moved) ${id} in ${sealOf(id)}`));
        await asOwner(`update audit set xid = ${xid} where id = ${id}`);
      }
    }
    expect(await faults()).toEqual([]);
  });

  test("T77: each edit of a seal, and a seal that is missing, is named; a kept head finds what was cut off", async () => {
    const { head } = await verifyLog(world.portal);
    await world.owner.query("create table kept_seals as table audit_seal");
    for (const edit of [
      "at = at + interval '1 millisecond'",
      "digest = repeat('a', 64)",
      "from_xid = from_xid + 1",
      "to_xid = to_xid - 1",
      "previous = repeat('b', 64)",
      "row_digests = set_byte(row_digests, 3, 255 - get_byte(row_digests, 3))",
      "row_ids[1] = 77",
    ]) {
      for (const number of [1, 2]) {
        await asOwner(`update audit_seal set ${edit} where number = ${number}`);
        expect(await faults(), edit).toContain(`seal-changed ${number}`);
        await asOwner(`delete from audit_seal where number = ${number}`);
        await asOwner(`insert into audit_seal select * from kept_seals where number = ${number}`);
      }
    }
    expect(await faults()).toEqual([]);
    await asOwner("delete from audit_seal where number = 1");
    expect(await faults()).toContain("seal-missing 1");
    await asOwner("insert into audit_seal select * from kept_seals where number = 1");
    await asOwner("delete from audit_seal where number = 2");
    // The chain alone cannot tell: what it covered counts as not sealed yet.
    expect(await verifyLog(world.portal)).toMatchObject({ faults: [], waiting: { lines: 3 } });
    expect(await isInChain(world.portal, head?.digest ?? "")).toBe(false);
  });

  test("T77: the portal's own role neither edits, deletes nor empties the log or its seals", async () => {
    const portal = await client(world.clone.appUrl);
    for (const table of ["audit", "audit_seal"]) {
      for (const statement of [`update ${table} set at = at`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(portal.query(statement), statement).rejects.toThrow(/permission denied/);
        await expect(world.owner.query(statement), statement).rejects.toThrow(/the log is never changed/);
      }
    }
    await expect(portal.query("alter table audit disable trigger all")).rejects.toThrow(/must be owner/);
    await expect(portal.query("set session_replication_role = replica")).rejects.toThrow(/permission denied/);
  });
});

/** What somebody might put there instead: something else, and nothing, each also as JSON spells it. */
function editsOf(name: string, notNull: boolean): string[] {
  const values: Record<string, string[]> = {
    at: ["at + interval '1 millisecond'", "'2001-01-01'"],
    before: ["'null'::jsonb", `'{"a": 99}'::jsonb`, `'"x"'::jsonb`],
    after: ["'null'::jsonb", `'{"a": 99}'::jsonb`],
  };
  const ofId = name.endsWith("_id")
    ? ["'00000000-0000-4000-8000-00000000ffff'::uuid"]
    : ["'x'", "''", `${name} || ' '`];
  return [...(values[name] ?? ofId), ...(notNull ? [] : ["null"])];
}
