// Promise: a whole portal – database, migrations, build, web server, worker, bridge – or nothing left running.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { type OperatorEnv, providerVariables } from "@/lib/env";
import { openBridge } from "./bridge/bridge";
import { targetOf } from "./bridge/target";
import { keepActionsKey } from "./build/actions-key";
import { build, isBuilt } from "./build/build";
import { weighBuild } from "./build/weigh";
import { startWeb } from "./children/web";
import { prepareWorker } from "./children/worker";
import { claim } from "./data/lock";
import { keepPorts } from "./data/ports";
import { keepPurpose } from "./data/purpose";
import { keepSecrets } from "./data/secrets";
import { openDatabase } from "./database/open";
import { prepare } from "./database/prepare";
import { refuseForDemo, refuseTakenPort } from "./refuse";
import type { Step } from "./step";

export type Mode = "demo" | "start" | "dev";

export type Plan = {
  mode: Mode;
  env: OperatorEnv;
  folder: string;
  step: Step;
  /** told how to stop each thing as soon as it may exist; called last first */
  undo(name: string, stop: () => Promise<void> | void): void;
};

export type Standing = {
  address: string;
  appUrl: string;
  ownerUrl: string;
  /** what to tell whoever started it: the demo's people, the setup link, warnings */
  greeting: string[];
  /** one of the parts ended although nobody asked it to; says which */
  failed: Promise<string>;
};

export async function standUp(plan: Plan): Promise<Standing> {
  const { mode, env, folder, step, undo } = plan;
  if (mode === "demo") refuseForDemo(env, providerVariables());
  const lock = claim(folder, mode);
  undo("lock", lock.release);
  await refuseTakenPort(env, lock.afterKill ? 5_000 : 0);
  keepPurpose(folder, mode === "demo" ? "demo" : "portal");
  const secrets = keepSecrets(folder);
  const ports = await keepPorts(folder, env.PORT);
  const database = await openDatabase(plan, { folder, port: ports.database, secrets });
  const prepared = await prepare(plan, database);
  const actionsKey = keepActionsKey();
  if (mode !== "dev" && !isBuilt(actionsKey)) {
    const making = () => build(actionsKey, (stop) => undo("build", stop));
    await step("Build (once per version)", making, () => weighBuild().sentence);
  }
  const path = `/${randomBytes(24).toString("base64url")}`;
  const bridge = await openBridge({ port: ports.bridge, path, target: targetOf(database.appUrl) });
  undo("bridge", bridge.stop);
  const running = {
    mode,
    env,
    appUrl: database.appUrl,
    bridge: `127.0.0.1:${bridge.port}${path}`,
    actionsKey,
    secrets,
  };
  const runWorker = prepareWorker(running, undo);
  const web = await step("Start the portal", () => startWeb(running, undo));
  const failed = Promise.race([
    ...(database.exited
      ? [database.exited.then((how) => `PostgreSQL ended (${how}); ${join(folder, "log")} says more`)]
      : []),
    runWorker(),
    web.ended,
  ]);
  return { address: env.PORTAL_URL, appUrl: database.appUrl, ownerUrl: database.ownerUrl, greeting: prepared, failed };
}
