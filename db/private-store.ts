/**
 * A portal's tables once more, empty and private: temporary tables on one connection, gone with it. The session is
 * read-only but for them, so that PostgreSQL itself refuses a write to any other table, whatever the statements say.
 */
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Reader, Store, TransactionOptions, Writer } from "./client";

const STATEMENT_TIMEOUT = 5_000;

export interface PrivateWorld {
  /** Fresh tables, as a migration leaves them; whatever was in the ones before is gone. */
  begin(): Promise<void>;
  /** ISO; the clock stands still at it */
  setClock(moment: string): Promise<void>;
  /** Whether this connection alone may do what the number stands for, until it closes. */
  claim(key: string): Promise<boolean>;
  readonly store: Store;
  end(): Promise<void>;
}

/** `path`: where names of tables are looked for first; anything but the default is for tests of the guard behind it. */
export async function openPrivateWorld(url: string, path = "pg_temp, public"): Promise<PrivateWorld> {
  const client = new pg.Client({
    ...{ connectionString: url, connectionTimeoutMillis: STATEMENT_TIMEOUT, statement_timeout: STATEMENT_TIMEOUT },
    ...{ application_name: "guildhall scenarios", options: "-c timezone=UTC -c jit=off" },
  });
  client.on("error", () => {});
  await client.connect();
  return {
    begin: () => makeTables(client, path),
    setClock: async (moment) => void (await client.query("select set_config('guildhall.clock', $1, false)", [moment])),
    claim: async (key) => {
      const asked = await client.query("select pg_try_advisory_lock(hashtextextended($1, 0)) as mine", [key]);
      return asked.rows[0].mine;
    },
    store: storeOn(client),
    end: () => client.end(),
  };
}

async function makeTables(client: pg.Client, path: string): Promise<void> {
  await client.query("set session characteristics as transaction read write");
  await client.query("begin");
  try {
    await client.query("discard temp");
    // With nothing on the path every name below is written out, so that it can be told which table is meant.
    await client.query("set local search_path = ''");
    const { rows } = await client.query(CATALOGUE);
    const of = (kind: string): string[] => rows.filter((row) => row.kind === kind).map((row) => row.statement);
    for (const kind of ["table", "key", "trigger"]) for (const statement of of(kind)) await client.query(statement);
    for (const statement of FIRST_ROWS) await client.query(statement);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
  await client.query(`set search_path = ${path}`);
  await client.query("set session characteristics as transaction read only");
}

/** Every table with its foreign keys and triggers, as statements that make the same of temporary ones. */
const CATALOGUE = `
  select 'table' as kind, c.oid::text as ordered,
    format('create temp table %I (like public.%I including all)', c.relname, c.relname) as statement
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  union all
  select 'key', k.oid::text, format('alter table pg_temp.%I add constraint %I %s', c.relname, k.conname,
      replace(pg_get_constraintdef(k.oid), 'REFERENCES public.', 'REFERENCES pg_temp.'))
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace
  union all
  select 'trigger', t.oid::text, replace(pg_get_triggerdef(t.oid), ' ON public.', ' ON pg_temp.')
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace
  order by 1, 2`;

/** What the migrations put into empty tables. */
const FIRST_ROWS = [
  "insert into pg_temp.policy default values",
  "insert into pg_temp.setting default values",
  `insert into pg_temp.global_role (name, label, built_in, position)
     values ('anonymous', 'Anonymous', true, 0), ('authenticated', 'Authenticated', true, 1)`,
];

/** All of it over the one connection: a transaction waits for the one before, since there is no second place for it. */
function storeOn(client: pg.Client): Store {
  const db = drizzle({ client });
  const reader: Reader = {
    rows: async <T>(statement: Parameters<Reader["rows"]>[0]) => (await db.execute(statement)).rows as T[],
  };
  const writer: Writer = { ...reader, writes: true };
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
  const within = async <T>(end: "commit" | "rollback", work: () => Promise<T>): Promise<T> => {
    await client.query("begin");
    try {
      const result = await work();
      await client.query(end);
      return result;
    } catch (error) {
      await client.query("rollback");
      throw error;
    }
  };
  return {
    reader,
    writer,
    // Nothing here is so large that it needs longer than the connection's own limit.
    transaction: (work, _how?: TransactionOptions) => inTurn(() => within("commit", () => work(writer))),
    snapshot: (work, _how?: TransactionOptions) => inTurn(() => within("rollback", () => work(reader))),
    end: async () => {},
  };
}
