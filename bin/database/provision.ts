import pg from "pg";
import type { Secrets } from "../data/secrets";

/** The owner migrates, the portal reads and writes rows; neither may anything else on this server. */
export const OWNER = "guildhall_owner";
export const PORTAL = "guildhall_app";
export const DATABASE = "guildhall";

/** Makes on the embedded server what is missing of the two roles and the database. */
export async function provision(port: number, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, "postgres", secrets.superuser, "postgres") });
  await client.connect();
  try {
    await ensureRole(client, OWNER, secrets.owner);
    await ensureRole(client, PORTAL, secrets.portal);
    const made = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (!made.rowCount) await makeDatabase(client);
    // For scenarios, which run in tables of their own; databases made before did not have it.
    await client.query(`grant connect, temporary on database ${DATABASE} to ${PORTAL}`);
  } finally {
    await client.end();
  }
}

async function makeDatabase(client: pg.Client): Promise<void> {
  await client.query(`create database ${DATABASE} owner ${OWNER} template template0 encoding 'UTF8' locale 'C'`);
  await client.query(`revoke all on database ${DATABASE}, postgres from public`);
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const made = await client.query("select 1 from pg_roles where rolname = $1", [role]);
  if (made.rowCount) return;
  // Many rounds protect short passwords. Ours are 256 random bits, and at the edge, where each page connects anew and
  // JavaScript counts the rounds, the usual 4096 cost a quarter of a second every time.
  await client.query("set scram_iterations = 64");
  const rights = "login nosuperuser nocreatedb nocreaterole noreplication";
  await client.query(`create role ${role} ${rights} password ${client.escapeLiteral(password)}`);
}

export function urlOf(port: number, role: string, password: string, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}
