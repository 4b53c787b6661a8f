// The worker: sends what waits in the outbox and carries out jobs each second, seals the log every few, and does what falls
// due each minute, until it is asked to end.
import { setTimeout as sleep } from "node:timers/promises";
import { sealLog } from "@/lib/audit/seal";
import { runDue } from "@/lib/due/run";
import { serverEnv } from "@/lib/env";
import { workJob } from "@/lib/jobs/work";
import { workOnce } from "@/lib/outbox/work";
import { openPortal } from "@/lib/portal";

const SECOND = 1_000;
const SEALING = 5 * SECOND;
const MINUTE = 60 * SECOND;

const { DATABASE_URL, LOG_LEVEL } = serverEnv();
const portal = await openPortal({ url: DATABASE_URL, size: 4, logLevel: LOG_LEVEL });
const ending = new AbortController();
process.once("SIGTERM", () => ending.abort());

/** Each round is finished; one that fails is told and tried again at its next turn. Where there was much, more is due at once. */
async function repeat(every: number, what: string, round: () => Promise<unknown>): Promise<void> {
  while (!ending.signal.aborted) {
    const took = await round().catch((error: unknown) => portal.log.error({ err: error }, `${what} failed`));
    if (!took) await sleep(every, undefined, { signal: ending.signal }).catch(() => {});
  }
}

await Promise.all([
  repeat(SECOND, "the outbox", () => workOnce(portal)),
  repeat(SEALING, "sealing the log", () => sealLog(portal)),
  repeat(SECOND, "jobs", () => workJob(portal)),
  repeat(MINUTE, "what falls due", () => runDue(portal)),
]);
await portal.store.end();
process.exit(0);
