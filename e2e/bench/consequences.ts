/**
 * How long it takes when many accounts lose the right to request groups, and how long joins elsewhere wait meanwhile:
 *   node bin/launch.mjs run e2e/bench/consequences.ts [accounts …]
 * Prints milliseconds for ten memberships of each account, with their log lines and notices, on an embedded PostgreSQL.
 * Ends with 1 where 10,000 accounts or fewer take longer than is promised, or nobody could join meanwhile.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { startTestServer } from "@/bin/test-server";
import { cloneDatabase, makeTemplate } from "@/db/scratch";
import { type Multitude, seedMultitude } from "@/db/testing/multitude";
import { joinGroup } from "@/lib/members/commands/join-group";
import { leaveGroup } from "@/lib/members/commands/leave-group";
import { previewGlobalGrants } from "@/lib/permissions/commands/change-global-grants";
import { changeGlobalGrantsLater } from "@/lib/permissions/commands/later";
import { seenIn } from "@/lib/permissions/seen";
import { openPortal, type Portal } from "@/lib/portal";
import { findViewer } from "@/lib/session/viewer";

const EACH = 10;
/** milliseconds that ten thousand accounts may take */
const PROMISED = 15_000;
const TAKEN = { changes: [{ role: "member", permission: "group.request", on: false }], reason: "" };

async function timed<T>(run: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const value = await run();
  return [performance.now() - start, value];
}

/** Joins and leaves a group that is not concerned, over and over; milliseconds of each join. */
async function joinElsewhere(portal: Portal, crowd: Multitude, until: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  while (!until.aborted) {
    const viewer = await findViewer(portal, { account: crowd.other });
    const [time, joined] = await timed(() =>
      joinGroup(viewer, { group: crowd.elsewhere, note: "" }).catch((error: Error) => error),
    );
    if (joined instanceof Error || joined.answer !== "joined")
      throw new Error(`a join was refused: ${JSON.stringify(joined)}`);
    times.push(time);
    await leaveGroup(await findViewer(portal, { account: crowd.other }), { group: crowd.elsewhere, note: "" });
    await sleep(20);
  }
  return times;
}

async function bench(ownerUrl: string, accounts: number): Promise<void> {
  const clone = await cloneDatabase(ownerUrl);
  const crowd = await seedMultitude(clone.ownerUrl, { accounts, each: EACH, groups: 1_000 });
  const portal = await openPortal({ url: clone.appUrl, size: 4, logLevel: "silent" });
  const root = await findViewer(portal, { account: crowd.owner });
  const [previewed, { plan }] = await timed(() => previewGlobalGrants(root, TAKEN));
  if (!plan) throw new Error("nothing would follow");
  const phases: string[] = [];
  const since = performance.now();
  const watched = {
    ...root,
    onPhase: async (phase: { name: string }) =>
      void phases.push(`${phase.name} at ${(performance.now() - since).toFixed(0)}`),
  };
  const done = new AbortController();
  const joins = joinElsewhere(portal, crowd, done.signal);
  // As the worker does it: what follows is held against what was seen.
  const [saved, outcome] = await timed(() => changeGlobalGrantsLater(watched, { ...TAKEN, seen: seenIn(plan) }));
  done.abort();
  const waits = (await joins).sort((a, b) => a - b);
  console.log(
    `${accounts.toLocaleString("en")} accounts, ${plan.pruned.length.toLocaleString("en")} memberships: ${outcome.answer}`,
  );
  console.table({
    preview: previewed.toFixed(0),
    save: saved.toFixed(0),
    "joins meanwhile": waits.length,
    "a join, median": (waits[Math.floor(waits.length / 2)] ?? 0).toFixed(1),
    "a join, slowest": (waits.at(-1) ?? 0).toFixed(1),
  });
  console.log(phases.join("\n"));
  if (accounts <= 10_000 && (saved > PROMISED || waits.length === 0)) {
    console.error(`That is longer than ${PROMISED.toLocaleString("en")} ms, or nobody could join meanwhile.`);
    process.exitCode = 1;
  }
  await portal.store.end();
  await clone.drop();
}

const sizes = process.argv.slice(2).map(Number).filter(Number.isInteger);
const server = await startTestServer();
try {
  await makeTemplate(server.ownerUrl);
  for (const accounts of sizes.length > 0 ? sizes : [1_000, 10_000]) await bench(server.ownerUrl, accounts);
} finally {
  await server.stop();
}
