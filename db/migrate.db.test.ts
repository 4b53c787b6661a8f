/** A database of before is brought to this version with all that is in it, and nobody waits long for that. */
import { randomBytes, randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as drizzleMigrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { DatabaseBusy, migrate, SchemaTooNew } from "./migrate";

const FOLDER = join(import.meta.dirname, "migrations");

const VERSIONS: readonly string[] = JSON.parse(readFileSync(join(FOLDER, "meta/_journal.json"), "utf8")).entries.map(
  ({ tag }: { tag: string }) => tag,
);

/** A database as an earlier version left it: with the first `count` migrations. */
async function databaseOf(count: number) {
  const server = new pg.Client({ connectionString: inject("ownerUrl") });
  await server.connect();
  const name = `guildhall_m_${randomBytes(6).toString("hex")}`;
  await server.query(`create database ${name} template template0`);
  const url = new URL(inject("ownerUrl"));
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const folder = mkdtempSync(join(tmpdir(), "guildhall-migrations-"));
  cpSync(FOLDER, folder, { recursive: true });
  const file = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  if (count > 0) await drizzleMigrate(drizzle({ client }), { migrationsFolder: folder });
  rmSync(folder, { recursive: true });
  onTestFinished(async () => {
    await client.end();
    await server.query(`drop database ${name} with (force)`);
    await server.end();
  });
  return { client, tags: VERSIONS, urls: { ownerUrl: url.href, appUrl: url.href } };
}

const SOMEBODY = "00000000-0000-4000-8000-000000000001";

async function fill(client: pg.Client, id = SOMEBODY): Promise<void> {
  await client.query(`insert into account (id, name, name_key, owner) values ('${id}', 'Ann', 'ann', true)`);
  await client.query(
    `insert into notice (account_id, event, request_id) values ('${id}', 'member.added', gen_random_uuid())`,
  );
  await client.query("insert into audit (event, request_id) values ('group.created', gen_random_uuid())");
  await client.query("insert into outbox (kind, payload) values ('mail', '{}')");
}

describe("a migration", () => {
  it("T87 keeps what a database of before holds, and mails nobody of what they were told long ago", async () => {
    const { client, tags, urls } = await databaseOf(5);
    await fill(client);
    expect((await migrate(urls)).applied).toEqual(tags.slice(5));
    const { rows } =
      await client.query(`select (select name from account) as name, (select count(*)::int from audit) as logged,
      (select mailed_at is not null from notice) as mailed, (select stamp from outbox) as stamp`);
    expect(rows).toEqual([{ name: "Ann", logged: 1, mailed: true, stamp: 0 }]);
    expect((await migrate(urls)).applied).toEqual([]);
  });

  it("T87 lets the code of before go on writing afterwards: what is new has its defaults", async () => {
    const { client, urls } = await databaseOf(5);
    await migrate(urls);
    await expect(fill(client)).resolves.toBeUndefined();
  });

  // The first two make the tables that the code of before writes.
  it.each(VERSIONS.slice(2).map((tag, at) => [tag, at + 2] as const))(
    "T87 from before %s it comes to what is now, and what was written stays and goes on being written",
    async (_tag, count) => {
      const { client, tags, urls } = await databaseOf(count);
      await fill(client);
      expect((await migrate(urls)).applied).toEqual(tags.slice(count));
      const { rows } = await client.query(`select (select name from account) as name,
        (select count(*)::int from audit) as logged, (select count(*)::int from notice) as told,
        (select count(*)::int from outbox) as posted`);
      expect(rows).toEqual([{ name: "Ann", logged: 1, told: 1, posted: 1 }]);
      await expect(fill(client, randomUUID())).resolves.toBeUndefined();
      expect((await migrate(urls)).applied).toEqual([]);
    },
  );

  it("T87 gives up a table that somebody keeps locked, having changed nothing, and says so", async () => {
    const { client, tags, urls } = await databaseOf(5);
    await client.query("begin");
    await client.query("lock table notice in access share mode");
    await expect(migrate({ ...urls, tries: 1 })).rejects.toThrow(DatabaseBusy);
    await client.query("commit");
    const { rows } = await client.query("select to_regclass('job') as job");
    expect(rows).toEqual([{ job: null }]);
    expect((await migrate(urls)).applied).toEqual(tags.slice(5));
  }, 30_000);

  it("leaves a database of a newer version alone", async () => {
    const { client, tags, urls } = await databaseOf(0);
    await migrate(urls);
    await client.query(`update drizzle.__drizzle_migrations set created_at = created_at + 1e12`);
    await expect(migrate(urls)).rejects.toThrow(SchemaTooNew);
    expect(tags.length).toBeGreaterThan(5);
  });
});
