import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Halt } from "../halt";
import { readKept, writeKept } from "./kept-file";

export type Secrets = {
  authSecret: string;
  cronSecret: string;
  /** passwords of the embedded server's three roles */
  superuser: string;
  owner: string;
  portal: string;
};

/** Made once, random, never printed, kept with mode 0600 in the data folder. */
export function keepSecrets(folder: string): Secrets {
  const file = join(folder, "secrets.json");
  if (!existsSync(file) && existsSync(join(folder, "database"))) {
    throw new Halt(
      `${file} is missing, and without it the database beside it stays shut: bring it back from a backup.`,
    );
  }
  const kept = readKept<Secrets>(file);
  const secrets: Secrets = {
    authSecret: kept.authSecret ?? random(),
    cronSecret: kept.cronSecret ?? random(),
    superuser: kept.superuser ?? random(),
    owner: kept.owner ?? random(),
    portal: kept.portal ?? random(),
  };
  if (Object.keys(kept).length < Object.keys(secrets).length) writeKept(file, secrets);
  return secrets;
}

function random(): string {
  return randomBytes(32).toString("base64url");
}
