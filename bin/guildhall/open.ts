/** The portal of a data folder, running or not: its database is found, or started for as long as it is needed. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { OperatorEnv } from "@/lib/env";
import { openPortal, type Portal } from "@/lib/portal";
import { readKept } from "../data/kept-file";
import { claim, currentHolder } from "../data/lock";
import { keepPorts, type Ports } from "../data/ports";
import { keepSecrets } from "../data/secrets";
import { DATABASE, PORTAL, urlOf } from "../database/provision";
import { startServer } from "../embedded/server";
import { Halt } from "../halt";
import { dataFolder } from "../place";

export interface OpenedPortal {
  readonly portal: Portal;
  close(): Promise<void>;
}

/** `DATABASE_URL` if it is set; else the data folder's own database: `GUILDHALL_DATA`, the portal's, or else the demo's. */
export async function openPortalOf(env: OperatorEnv): Promise<OpenedPortal> {
  if (env.DATABASE_URL) return opened(env.DATABASE_URL, async () => {});
  const folder = folderOf(env);
  if (currentHolder(folder)) return opened(urlIn(folder, portsOf(folder)), async () => {});
  const lock = claim(folder, "guildhall");
  try {
    const ports = await keepPorts(folder);
    const server = await startServer({
      folder: join(folder, "database"),
      port: ports.database,
      password: keepSecrets(folder).superuser,
      logFile: join(folder, "log", "postgres.log"),
      settings: ["log_min_messages=warning"],
    });
    return opened(urlIn(folder, ports), async () => {
      await server.stop();
      lock.release();
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function opened(url: string, after: () => Promise<void>): Promise<OpenedPortal> {
  const portal = await openPortal({ url, size: 2, logLevel: "silent" });
  const close = async () => {
    await portal.store.end();
    await after();
  };
  return { portal, close };
}

function folderOf(env: OperatorEnv): string {
  const folders = env.GUILDHALL_DATA
    ? [dataFolder("portal", env.GUILDHALL_DATA)]
    : [dataFolder("portal"), dataFolder("demo")];
  const folder = folders.find((one) => existsSync(join(one, "database")));
  if (folder) return folder;
  throw new Halt(
    `There is no portal in ${folders.join(" or ")}: start one with “npm start” or “npm run demo”, or set GUILDHALL_DATA.`,
  );
}

function portsOf(folder: string): Ports {
  const { database, bridge } = readKept<Ports>(join(folder, "ports.json"));
  if (database && bridge) return { database, bridge };
  throw new Halt(`${folder} is being set up right now: try again when the portal is there.`);
}

function urlIn(folder: string, ports: Ports): string {
  return urlOf(ports.database, PORTAL, keepSecrets(folder).portal, DATABASE);
}
