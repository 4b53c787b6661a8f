/** One portal as a value: a process makes one, a test or a scenario makes as many as it likes. */
import pino, { type Logger } from "pino";
import { openStore, type Store, type StoreOptions } from "@/db/client";
import { PolicyMemory } from "@/lib/session/policy-memory";

export interface Portal {
  readonly store: Store;
  readonly masks: PolicyMemory;
  readonly log: Logger;
}

const REDACTED = [
  "token",
  "password",
  "cookie",
  "*.token",
  "*.password",
  "*.cookie",
  "headers.cookie",
  "headers.authorization",
];

/** `trace` tells of every statement, its text without its values. */
export async function openPortal(options: StoreOptions & { logLevel?: string }): Promise<Portal> {
  const log = pino({ level: options.logLevel ?? "info", redact: REDACTED });
  const tell = (statement: string) => {
    options.onStatement?.(statement);
    if (log.isLevelEnabled("trace")) log.trace({ statement }, "statement");
  };
  const store = await openStore({ ...options, onStatement: tell });
  return { store, masks: new PolicyMemory(), log };
}
