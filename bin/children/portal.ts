import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnv, type OperatorEnv } from "@/lib/env";
import { NEXT } from "../build/build";
import type { Secrets } from "../data/secrets";
import { Halt } from "../halt";
import type { Mode } from "../stand-up";
import { type Child, startChild } from "./child";

type Undo = (name: string, stop: () => Promise<void>) => void;

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
function environment({ mode, env, appUrl, bridge, actionsKey, secrets }: Running): NodeJS.ProcessEnv {
  const edge = new URL(appUrl);
  edge.hostname = "localhost";
  edge.search = "";
  return childEnv({
    NODE_ENV: mode === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
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

/** Resolves once the portal answers; the promise within resolves when it has ended by itself. */
export async function startWeb(running: Running, undo: Undo): Promise<{ ended: Promise<string> }> {
  const { mode, env } = running;
  const address = ["--hostname", env.HOST, "--port", String(env.PORT)];
  const web = startChild({
    name: "web",
    args: [NEXT, mode === "dev" ? "dev" : "start", ...address],
    env: environment(running),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const speak = holdBack(web, mode === "dev");
  undo("web", () => web.stop(3_000));
  let end: string | undefined;
  const ended = web.exited.then((how) => {
    end = how;
    return `the web server ended (${how})`;
  });
  for (const deadline = performance.now() + 60_000; !(await answers(env.HOST, env.PORT)); await sleep(25)) {
    if (end) throw new Halt(`The web server ended before it answered (${end}).`);
    if (performance.now() > deadline) throw new Halt("The web server did not answer within a minute.");
  }
  speak();
  return { ended };
}

/** What the web server says before it answers is its banner, and our greeting says that better. */
function holdBack({ stdout }: Child, talkative: boolean): () => void {
  let speaking = talkative;
  if (stdout) createInterface(stdout).on("line", (line) => speaking && console.log(line));
  return () => {
    speaking = true;
  };
}

/** Any answer counts that is not the server's own failure. */
async function answers(host: string, port: number): Promise<boolean> {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const name = reachable.includes(":") ? `[${reachable}]` : reachable;
  try {
    const answer = await fetch(`http://${name}:${port}/api/health`, {
      redirect: "manual",
      signal: AbortSignal.timeout(20_000),
    });
    return answer.status < 500;
  } catch {
    return false;
  }
}

/** Starts the worker when it is called. One that falls is picked up three times; resolves when it stays down. */
export function prepareWorker(running: Running, undo: Undo): () => Promise<string> {
  let stopping = false;
  let stop = async () => {};
  undo("worker", () => {
    stopping = true;
    return stop();
  });
  const attempt = async (left: number): Promise<string> => {
    const worker = startChild({
      name: "worker",
      args: ["--import", "tsx", "bin/worker.ts"],
      env: environment(running),
    });
    stop = () => worker.stop(2_000);
    const how = await worker.exited;
    if (stopping || left === 0) return `the worker ended (${how})`;
    console.error(`The worker ended (${how}) and is started again.`);
    await sleep(1_000);
    return stopping ? "the worker was stopped" : attempt(left - 1);
  };
  return () => attempt(3);
}
