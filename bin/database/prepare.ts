import { readFileSync } from "node:fs";
import type { Migrated } from "@/db/migrate";
import { plainHttpWarning } from "@/lib/env";
import { tellLinks } from "../data/demo-links";
import { Halt } from "../halt";
import { refuseDemoDatabase } from "../refuse";
import type { Plan } from "../stand-up";
import type { Database } from "./open";

/** Brings the database to this version and to its purpose; returns what is to be told at the end. */
export async function prepare({ mode, env, folder, step }: Plan, { appUrl, ownerUrl }: Database): Promise<string[]> {
  await step("Migrate the database", () => migrateTo(ownerUrl, appUrl), say);
  if (mode === "demo") {
    const { people, links } = await loadWorld(step, appUrl, ownerUrl);
    return [...untouched(env), ...people, ...tellLinks(folder, env.PORTAL_URL, links)];
  }
  const { isDemoDatabase } = await import("@/lib/demo/mark");
  refuseDemoDatabase(await isDemoDatabase(ownerUrl));
  const told = ownerUrl === appUrl ? ["One role owns the database and uses it: only a trigger guards the log."] : [];
  const warning = plainHttpWarning(env);
  return [...(warning ? [warning] : []), ...told, ...(await firstOwner(env, appUrl, ownerUrl))];
}

function say({ applied, countedOn }: Migrated): string {
  const loaded = "loaded from a backup: the log is ahead of this server and goes on from transaction";
  return [applied.length > 0 ? `${applied.length} applied` : "", countedOn ? `${loaded} ${countedOn}` : ""]
    .filter(Boolean)
    .join("; ");
}

function untouched(env: Plan["env"]): string[] {
  return env.DATABASE_URL ? ["DATABASE_URL is left alone: the demo has a database of its own."] : [];
}

async function migrateTo(ownerUrl: string, appUrl: string): Promise<Migrated> {
  const { migrate, DatabaseBusy, SchemaTooNew } = await import("@/db/migrate");
  try {
    return await migrate({ ownerUrl, appUrl });
  } catch (error) {
    if (error instanceof SchemaTooNew || error instanceof DatabaseBusy) throw new Halt(error.message);
    throw error;
  }
}

async function loadWorld(step: Plan["step"], appUrl: string, ownerUrl: string) {
  const { people, links } = await step("Load the demo world (once)", async () => {
    const { loadDemo } = await import("@/lib/demo/load");
    return loadDemo({ appUrl, ownerUrl });
  });
  const offered = people.map(({ name, what }) => `  ${name.padEnd(24)} ${what}`);
  return { people: ["Step in as, on the sign-in page:", ...offered], links };
}

async function firstOwner(env: Plan["env"], appUrl: string, ownerUrl: string): Promise<string[]> {
  const { ensureSetupLink } = await import("@/lib/people/setup");
  const file = env.ADMIN_PASSWORD_FILE;
  const made = await ensureSetupLink({
    ownerUrl,
    appUrl,
    address: env.PORTAL_URL,
    adminEmail: env.ADMIN_EMAIL,
    adminPassword: file ? readPassword(file) : undefined,
  });
  if (!made) return [];
  if ("madeOwner" in made) return [`${made.madeOwner} is the first site owner.`];
  return ["Nobody is here yet. This link makes the first site owner, once:", `  ${made.link}`];
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new Halt(`ADMIN_PASSWORD_FILE cannot be read: ${(error as Error).message}.`);
  }
}
