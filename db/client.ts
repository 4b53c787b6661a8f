/**
 * The only way to a connection. Reads and writes go over separate pools: a reading session is read-only for the
 * database itself, so a write that goes round the gate is refused by PostgreSQL.
 */
import type { SQL } from "drizzle-orm";

/** Runs one statement and returns its rows as plain objects. Times come as text, counts as the statement casts them. */
export interface Reader {
  rows<T>(statement: SQL): Promise<T[]>;
}

/** A transaction, or the writing pool itself for a statement that is its own transaction. */
export interface Writer extends Reader {
  readonly writes: true;
}

export interface Store {
  readonly reader: Reader;
  readonly writer: Writer;
  /** One transaction (read committed) on one connection: committed when `work` resolves, rolled back when it throws. */
  transaction<T>(work: (tx: Writer) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** The same, read-only and rolled back: for previews. */
  snapshot<T>(work: (tx: Reader) => Promise<T>, options?: TransactionOptions): Promise<T>;
  end(): Promise<void>;
}

export interface TransactionOptions {
  /** milliseconds that one statement may take; default: the pool's (5 s) */
  readonly statementTimeout?: number;
  /** milliseconds that one lock may be waited for; default: the pool's (half a second) */
  readonly lockTimeout?: number;
}

export interface StoreOptions {
  readonly url: string;
  /** loopback WebSocket bridge as host:port/path, for the edge */
  readonly wsProxy?: string;
  /** connections of each pool; default 8 */
  readonly size?: number;
  /** told of every statement that reaches the driver, BEGIN and COMMIT included */
  readonly onStatement?: (text: string) => void;
  /** session settings for every connection, e.g. a fixed clock in scenarios */
  readonly session?: Readonly<Record<string, string>>;
}

/** Opens the store with the driver of this runtime. Nothing connects before the first statement. */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (process.env.NEXT_RUNTIME === "edge") {
    const { openEdgeStore } = await import("./edge-store");
    return openEdgeStore(options);
  }
  const { openNodeStore } = await import("./node-store");
  return openNodeStore(options);
}
