import pg from "pg";
import type { TestProject } from "vitest/node";
import { startTestServer } from "@/bin/test-server";
import { makeTemplate, TEMPLATE } from "../scratch";

/** One server and one migrated template for the whole run; every test file clones its own databases from it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  await makeTemplate(server.ownerUrl);
  project.provide("ownerUrl", server.ownerUrl);
  return async () => {
    const client = new pg.Client({ connectionString: server.ownerUrl });
    await client.connect();
    const left = await client.query("select datname from pg_database where datname like 'guildhall_t_%'");
    for (const { datname } of left.rows) await client.query(`drop database if exists "${datname}" with (force)`);
    await client.query(`drop database if exists ${TEMPLATE} with (force)`);
    await client.end();
    await server.stop();
  };
}

declare module "vitest" {
  interface ProvidedContext {
    ownerUrl: string;
  }
}
