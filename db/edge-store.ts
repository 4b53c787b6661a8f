/** `@vercel/postgres` over a WebSocket: what pages rendered at the edge read with. They only read. */
import { createPool, VercelClient, type VercelPool } from "@vercel/postgres";
import type { SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/vercel-postgres";
import type { Reader, Store, StoreOptions } from "./client";

/** Opens the edge's driver. Connections belong to one request there: call `end` when the page is read. */
export function openEdgeStore(options: StoreOptions): Store {
  const pool = openPool(options);
  const db = drizzle(pool);
  const reader: Reader = { rows: async <T>(statement: SQL) => (await db.execute(statement)).rows as T[] };
  const never = () => Promise.reject(new Error("an edge page only reads"));
  return {
    reader,
    writer: { rows: never, writes: true },
    transaction: never,
    snapshot: never,
    end: () => pool.end(),
  };
}

/** Without a size: the edge runtime keeps no client from one request to the next, and warns of any that is asked for. */
function openPool({ url, wsProxy }: StoreOptions): VercelPool {
  const pool = createPool({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000,
  });
  pool.Client = bridgedClient(wsProxy);
  return pool;
}

/** Without a bridge the service's own WebSocket address is used; with one, plain and on this machine. */
function bridgedClient(wsProxy: string | undefined): typeof VercelClient {
  return class extends VercelClient {
    constructor(...args: ConstructorParameters<typeof VercelClient>) {
      super(...args);
      if (!wsProxy) return;
      this.neonConfig.wsProxy = () => wsProxy;
      this.neonConfig.useSecureWebSocket = false;
      this.neonConfig.pipelineTLS = false;
      this.neonConfig.pipelineConnect = false;
    }
  };
}
