/** Brings a database to this version of the code, under one lock, and gives the portal's role exactly what it needs. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as drizzleMigrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "migrations");
const LOCK = 7_119_210_047;

/** The database was migrated by a newer version of the code; nothing was touched. */
export class SchemaTooNew extends Error {}

/** Somebody kept a table locked for too long: nothing was changed, and the portal of before goes on as it was. */
export class DatabaseBusy extends Error {}

/** Migrations wait this long for a table, so that nobody else waits behind them for longer; then they try again. */
const LOCK_TIMEOUT = "3s";
const TRIES = 5;
const PAUSE = 1_000;

interface Journal {
  entries: { tag: string; when: number }[];
}

export interface MigrateOptions {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** how often a locked table is tried, with a second between; default 5 */
  readonly tries?: number;
}

export interface Migrated {
  /** the names of the migrations */
  readonly applied: string[];
  /** the number of a transaction: set if the tables came from a server that had counted further, and the log now goes on from it */
  readonly countedOn: string | null;
}

/**
 * Applies what is missing as the owner of `ownerUrl` and grants to the role of `appUrl`. The two may be the same role:
 * then only a trigger guards the log. Throws `SchemaTooNew` and `DatabaseBusy`.
 */
export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const journal: Journal = JSON.parse(readFileSync(join(FOLDER, "meta/_journal.json"), "utf8"));
  const client = new pg.Client({ connectionString: options.ownerUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const last = await lastApplied(client);
    const newest = journal.entries.at(-1)?.when ?? 0;
    if (last > newest) {
      throw new SchemaTooNew("The database was made by a newer Guildhall than this one. Start the newer one.");
    }
    const missing = journal.entries.filter((entry) => entry.when > last);
    if (missing.length > 0) await patiently(client, options, () => applyAll(client));
    await grantTo(client, await roleOf(options.appUrl));
    const countedOn = await patiently(client, options, () => countOn(client));
    return { applied: missing.map((entry) => entry.tag), countedOn };
  } finally {
    await client.end();
  }
}

/** All in one transaction, or nothing: the code of before goes on while this waits, and after it gave up. */
function applyAll(client: pg.Client): Promise<void> {
  return drizzleMigrate(drizzle({ client }), { migrationsFolder: FOLDER });
}

/** Lets the log count on where this server's counter lies behind it, before anybody writes; else it changes nothing. */
async function countOn(client: pg.Client): Promise<string | null> {
  const counted = await client.query("select audit_count_on()::text as from");
  return counted.rows[0].from;
}

async function patiently<T>(client: pg.Client, { tries = TRIES }: MigrateOptions, work: () => Promise<T>): Promise<T> {
  await client.query(`set lock_timeout = '${LOCK_TIMEOUT}'`);
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (tried >= tries)
        throw new DatabaseBusy("Somebody keeps a table locked. Nothing was changed; start again when they are done.");
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  }
}

function isLocked(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return code === "55P03" || cause?.code === "55P03";
}

async function lastApplied(client: pg.Client): Promise<number> {
  const known = await client.query("select to_regclass('drizzle.__drizzle_migrations') is not null as made");
  if (!known.rows[0].made) return 0;
  const last = await client.query("select max(created_at)::float8 as last from drizzle.__drizzle_migrations");
  return last.rows[0].last ?? 0;
}

async function roleOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return (await client.query("select current_user as name")).rows[0].name;
  } finally {
    await client.end();
  }
}

/** Rows, not tables, and of the log only the end: for the owner itself the rights cannot be taken, the trigger stays. */
async function grantTo(client: pg.Client, role: string): Promise<void> {
  const owner = (await client.query("select current_user as name")).rows[0].name;
  if (owner === role) return;
  const name = client.escapeIdentifier(role);
  await client.query(`grant usage on schema public to ${name}`);
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${name}`);
  await client.query(`grant usage on all sequences in schema public to ${name}`);
  await client.query(`revoke update, delete, truncate on audit, audit_seal from ${name}`);
  await client.query(`revoke insert, update, delete on portal_mark from ${name}`);
}
