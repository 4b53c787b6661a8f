/** A migrated, empty database to clone from, for tests and scenarios: a clone costs milliseconds, a migration does not. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { migrate } from "@/db/migrate";

export const TEMPLATE = "guildhall_template";
/** An ordinary role, and not the portal's own: on a server that has a portal too, that one's password is not ours to change. */
export const APP_ROLE = "guildhall_scratch";
const APP_PASSWORD = "only-for-scratch";

/** Copied as files: with the logs kept short, that is the cheaper way. */
const COPIED = "strategy file_copy";

/** Makes the template on the server of `ownerUrl`, with the portal's ordinary role beside it. */
export async function makeTemplate(ownerUrl: string): Promise<void> {
  await onServer(ownerUrl, async (client) => {
    const known = await client.query("select 1 from pg_roles where rolname = $1", [APP_ROLE]);
    if (known.rowCount === 0) await client.query(`create role ${APP_ROLE} login`);
    await client.query(`alter role ${APP_ROLE} login password '${APP_PASSWORD}'`);
    await client.query(`drop database if exists ${TEMPLATE} with (force)`);
    await client.query(`create database ${TEMPLATE} template template0 encoding 'UTF8'`);
  });
  await migrate({ ownerUrl: databaseUrl(ownerUrl, TEMPLATE), appUrl: appUrl(ownerUrl, TEMPLATE) });
  // The first to connect leaves a file that spares everybody after them, in every clone too, a search of the catalogues.
  await onServer(databaseUrl(ownerUrl, TEMPLATE), (client) => client.query("vacuum analyze"));
  await onServer(databaseUrl(ownerUrl, TEMPLATE), (client) => client.query("select 1"));
}

/** A fresh clone of the template (or of another database that nobody is connected to). */
export function cloneDatabase(ownerUrl: string, template = TEMPLATE): Promise<Clone> {
  return cloneBy((statement) => onServer(ownerUrl, (client) => client.query(statement)), ownerUrl, template);
}

/** Makes many clones over connections that it keeps: a new one costs more than the clone. */
export function openCloner(ownerUrl: string): { clone(): Promise<Clone>; end(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  pool.on("error", () => {});
  return { clone: () => cloneBy((statement) => pool.query(statement), ownerUrl, TEMPLATE), end: () => pool.end() };
}

async function cloneBy(
  run: (statement: string) => Promise<unknown>,
  ownerUrl: string,
  template: string,
): Promise<Clone> {
  const name = `guildhall_t_${randomBytes(6).toString("hex")}`;
  await run(`create database ${name} template ${template} ${COPIED}`);
  return {
    name,
    ownerUrl: databaseUrl(ownerUrl, name),
    appUrl: appUrl(ownerUrl, name),
    drop: async () => {
      await run(`drop database if exists ${name} with (force)`);
    },
  };
}

export interface Clone {
  readonly name: string;
  /** a superuser's */
  readonly ownerUrl: string;
  /** the portal's ordinary role */
  readonly appUrl: string;
  drop(): Promise<void>;
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(url: string, name: string): string {
  const copy = new URL(url);
  copy.pathname = `/${name}`;
  return copy.href;
}

function appUrl(url: string, name: string): string {
  const copy = new URL(databaseUrl(url, name));
  copy.username = APP_ROLE;
  copy.password = APP_PASSWORD;
  return copy.href;
}
