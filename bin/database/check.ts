import pg from "pg";
import { Halt } from "../halt";

const LOWEST = 150_000;

/** Asks a database that others run whether it answers and is new enough. `name` is the variable that its address came from. */
export async function checkDatabase(name: string, url: string): Promise<void> {
  const { host, port } = new pg.Client(url);
  const version = await askVersion(url).catch((error: NodeJS.ErrnoException) => {
    const why = error.code && error.message ? `${error.message} (${error.code})` : (error.code ?? error.message);
    throw new Halt(
      `${name}: the database at ${host}:${port} does not let us in: ${why}. Start it, or correct ${name}.`,
    );
  });
  if (version < LOWEST) {
    const found = Math.floor(version / 10_000);
    throw new Halt(`${name}: PostgreSQL ${found} at ${host}:${port} is too old: Guildhall needs 15 or newer.`);
  }
}

async function askVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  try {
    await client.connect();
    const answer = await client.query("select current_setting('server_version_num')::int as version");
    return answer.rows[0].version;
  } finally {
    // Who never came in has nothing to say goodbye to.
    client.end().catch(() => {});
  }
}
