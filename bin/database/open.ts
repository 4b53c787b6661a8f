import { join } from "node:path";
import type { OperatorEnv } from "@/lib/env";
import type { Secrets } from "../data/secrets";
import { startServer } from "../embedded/server";
import { Halt } from "../halt";
import type { Plan } from "../stand-up";
import type { Step } from "../step";
import { checkDatabase } from "./check";
import { DATABASE, OWNER, PORTAL, provision, urlOf } from "./provision";

export type Database = { appUrl: string; ownerUrl: string; exited?: Promise<string>; stop(): Promise<void> };

/** The demo's is always our own. */
export function openDatabase({ mode, env, step, undo }: Plan, home: Home): Promise<Database> {
  if (mode !== "demo" && env.DATABASE_URL) return openExternal(env, env.DATABASE_URL, step);
  if (mode !== "demo" && env.DATABASE_OWNER_URL) {
    throw new Halt(
      "DATABASE_OWNER_URL is set and DATABASE_URL is not: set both, or neither for the embedded database.",
    );
  }
  return openEmbedded(home, step, (stop) => undo("PostgreSQL", stop));
}

/** A database that somebody else runs: asked, never stopped. Without an owner's address the portal's migrates too. */
async function openExternal(env: OperatorEnv, appUrl: string, step: Step): Promise<Database> {
  const ownerUrl = env.DATABASE_OWNER_URL ?? appUrl;
  await step("Ask the database", async () => {
    await checkDatabase("DATABASE_URL", appUrl);
    if (env.DATABASE_OWNER_URL) await checkDatabase("DATABASE_OWNER_URL", ownerUrl);
  });
  return { appUrl, ownerUrl, stop: async () => {} };
}

type Home = { folder: string; port: number; secrets: Secrets };

/** The PostgreSQL of our own, in the data folder. `undo` is told how to stop it before anything can fail. */
async function openEmbedded(home: Home, step: Step, undo: (stop: () => Promise<void>) => void): Promise<Database> {
  const { folder, port, secrets } = home;
  const starting = startServer({
    folder: join(folder, "database"),
    port,
    password: secrets.superuser,
    logFile: join(folder, "log", "postgres.log"),
    settings: ["log_min_messages=warning"],
  });
  const stop = () =>
    starting.then(
      (server) => server.stop(),
      () => {},
    );
  undo(stop);
  // While the server starts there is time to read what is needed next.
  void import("@/db/migrate");
  const server = await step("Start PostgreSQL", async () => {
    const started = await starting;
    await provision(port, secrets);
    return started;
  });
  return {
    appUrl: urlOf(port, PORTAL, secrets.portal, DATABASE),
    ownerUrl: urlOf(port, OWNER, secrets.owner, DATABASE),
    exited: server.exited,
    stop,
  };
}
