import { childEnv, type OperatorEnv } from "@/lib/env";
import type { Secrets } from "../data/secrets";
import type { Mode } from "../stand-up";

export type Undo = (name: string, stop: () => Promise<void>) => void;

/** What the children of one portal are told. `bridge` is host:port/path. */
export type Running = {
  mode: Mode;
  env: OperatorEnv;
  appUrl: string;
  bridge: string;
  actionsKey: string;
  secrets: Secrets;
};

/** Nothing that only the launcher needs: no owner's address, no password of the first owner. */
export function environment({ mode, env, appUrl, bridge, actionsKey, secrets }: Running): NodeJS.ProcessEnv {
  const edge = new URL(appUrl);
  edge.hostname = "localhost";
  edge.search = "";
  return childEnv({
    NODE_ENV: mode === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // Next would read .env files, and it alone: the worker and the launcher would then live by other rules.
    __NEXT_PROCESSED_ENV: "1",
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
    GUILDHALL_MODE: mode === "start" ? "portal" : mode,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: undefined,
    ADMIN_PASSWORD_FILE: undefined,
    POSTGRES_URL: edge.href,
    POSTGRES_WS_PROXY: bridge,
    AUTH_SECRET: env.AUTH_SECRET ?? secrets.authSecret,
    CRON_SECRET: env.CRON_SECRET ?? secrets.cronSecret,
    PORTAL_URL: env.PORTAL_URL,
    PORT: String(env.PORT),
  });
}
