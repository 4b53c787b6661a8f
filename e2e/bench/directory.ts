/**
 * How long the directory takes at 1,000, 10,000 and 100,000 groups, as those see it who see most and least of it:
 *   npx tsx e2e/bench/directory.ts [groups …]
 * Prints milliseconds: the median and the slowest of twenty runs, on an embedded PostgreSQL of its own.
 */
import { startTestServer } from "@/bin/test-server";
import { cloneDatabase, makeTemplate } from "@/db/scratch";
import { seedCrowd } from "@/db/testing/crowd";
import { countFacets } from "@/lib/groups/queries/count-facets";
import { findGroup } from "@/lib/groups/queries/find-group";
import { listDirectory } from "@/lib/groups/queries/list-directory";
import { listMyGroups } from "@/lib/groups/queries/list-my-groups";
import { openPortal, type Portal } from "@/lib/portal";
import { listInbox } from "@/lib/requests/queries";
import { findViewer, type Viewer } from "@/lib/session/viewer";

const RUNS = 20;

const READS: Record<string, (viewer: Viewer) => Promise<unknown>> = {
  viewer: (viewer) => findViewer(viewer.portal, viewer.account && { account: viewer.account.id }),
  directory: (viewer) => listDirectory(viewer, {}),
  "can join": (viewer) => listDirectory(viewer, { can: "join" }),
  "can manage": (viewer) => listDirectory(viewer, { can: "manage" }),
  "q=amber": (viewer) => listDirectory(viewer, { q: "amber" }),
  "q=day 3": (viewer) => listDirectory(viewer, { q: "day 3" }),
  "q=zzz": (viewer) => listDirectory(viewer, { q: "zzz" }),
  facets: (viewer) => countFacets(viewer, {}),
  "facets q=day 3": (viewer) => countFacets(viewer, { q: "day 3" }),
  "my groups": (viewer) => listMyGroups(viewer),
  inbox: (viewer) => listInbox(viewer),
  group: (viewer) => findGroup(viewer, "crew-000001"),
};

async function measure(run: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    const start = performance.now();
    try {
      await run();
    } catch (error) {
      return error instanceof Error ? `failed: ${String(error.cause ?? error.message).slice(0, 40)}` : "failed";
    }
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return `${(times[RUNS / 2] ?? 0).toFixed(1)} / ${(times.at(-1) ?? 0).toFixed(1)}`;
}

async function viewersOf(portal: Portal, crowd: Awaited<ReturnType<typeof seedCrowd>>) {
  const accounts = await Promise.all(
    Object.entries(crowd).map(async ([name, account]) => [name, await findViewer(portal, { account })] as const),
  );
  return [["visitor", await findViewer(portal, null)] as const, ...accounts];
}

async function bench(ownerUrl: string, groups: number): Promise<void> {
  const clone = await cloneDatabase(ownerUrl);
  const crowd = await seedCrowd(clone.ownerUrl, { groups, accounts: Math.min(groups, 20_000) });
  const portal = await openPortal({ url: clone.appUrl, size: 4, logLevel: "silent" });
  const table: Record<string, Record<string, string>> = {};
  for (const [name, viewer] of await viewersOf(portal, crowd)) {
    for (const [read, run] of Object.entries(READS)) {
      table[read] = { ...table[read], [name]: await measure(() => run(viewer)) };
    }
  }
  console.log(`${groups.toLocaleString("en")} groups: median / slowest of ${RUNS}, in milliseconds`);
  console.table(table);
  await portal.store.end();
  await clone.drop();
}

const sizes = process.argv.slice(2).map(Number).filter(Number.isInteger);
const server = await startTestServer();
try {
  await makeTemplate(server.ownerUrl);
  for (const groups of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) await bench(server.ownerUrl, groups);
} finally {
  await server.stop();
}
