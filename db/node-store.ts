import type { SQL } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Reader, Store, StoreOptions, TransactionOptions, Writer } from "./client";

const STATEMENT_TIMEOUT = 5_000;
const CONNECT_TIMEOUT = 5_000;
/** Less than a deadlock takes to be found, so that whoever waits for a long change gives way to it and asks again. */
const LOCK_TIMEOUT = 500;

type Executor = Pick<NodePgDatabase, "execute">;

const reader = (db: Executor): Reader => ({
  rows: async <T>(statement: SQL) => (await db.execute(statement)).rows as T[],
});
const writer = (db: Executor): Writer => ({ ...reader(db), writes: true });

/** `pg` over TCP: the portal's Node half, the worker, the command line and the tests. */
export function openNodeStore(options: StoreOptions): Store {
  const reading = openPool(options, true);
  const writing = openPool(options, false);
  const readDb = drizzle({ client: reading });
  const writeDb = drizzle({ client: writing });
  return {
    reader: reader(readDb),
    writer: writer(writeDb),
    transaction: <T>(work: (tx: Writer) => Promise<T>, how: TransactionOptions = {}) =>
      onConnection(writing, (db) => inTransaction(db, "begin read write", how, () => work(writer(db)), "commit")),
    snapshot: <T>(work: (tx: Reader) => Promise<T>, how: TransactionOptions = {}) =>
      onConnection(reading, (db) =>
        inTransaction(db, "begin isolation level repeatable read read only", how, () => work(reader(db)), "rollback"),
      ),
    end: async () => {
      await Promise.all([reading.end(), writing.end()]);
    },
  };
}

async function onConnection<T>(pool: pg.Pool, work: (db: NodePgDatabase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | boolean = false;
  try {
    return await work(drizzle({ client }));
  } catch (error) {
    broken = error instanceof RollbackFailed ? error : false;
    throw error instanceof RollbackFailed ? error.cause : error;
  } finally {
    client.release(broken);
  }
}

class RollbackFailed extends Error {}

async function inTransaction<T>(
  db: NodePgDatabase,
  begin: string,
  how: TransactionOptions,
  work: () => Promise<T>,
  end: "commit" | "rollback",
): Promise<T> {
  await db.execute(begin);
  try {
    if (how.lockTimeout) await db.execute(`set local lock_timeout = ${Math.trunc(how.lockTimeout)}`);
    if (how.statementTimeout) await db.execute(`set local statement_timeout = ${Math.trunc(how.statementTimeout)}`);
    const result = await work();
    await db.execute(end);
    return result;
  } catch (error) {
    try {
      await db.execute("rollback");
    } catch {
      throw new RollbackFailed("the transaction could not be rolled back", { cause: error });
    }
    throw error;
  }
}

function openPool({ url, size = 8, onStatement, session }: StoreOptions, readOnly: boolean): pg.Pool {
  const settings = {
    default_transaction_read_only: readOnly ? "on" : "off",
    timezone: "UTC",
    jit: "off",
    lock_timeout: `${LOCK_TIMEOUT}ms`,
    ...session,
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    idleTimeoutMillis: 30_000,
    statement_timeout: STATEMENT_TIMEOUT,
    application_name: readOnly ? "guildhall reads" : "guildhall writes",
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value.replaceAll(/[\\ ]/g, "\\$&")}`)
      .join(" "),
    ...(onStatement ? { Client: tellingClient(onStatement) } : {}),
  });
  // An idle connection that the server closed is replaced on the next use; unhandled it would end the process.
  pool.on("error", () => {});
  return pool;
}

/** A client that tells of every statement it is given. */
function tellingClient(tell: (text: string) => void): typeof pg.Client {
  return class extends pg.Client {
    // biome-ignore lint/suspicious/noExplicitAny: pg's query has ten overloads; the arguments pass through untouched.
    override query(...args: any[]): any {
      const [query] = args;
      tell(typeof query === "string" ? query : (query?.text ?? ""));
      return Reflect.apply(super.query, this, args);
    }
  };
}
