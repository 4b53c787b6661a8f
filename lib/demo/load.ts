// Promise: a demo's database holds the whole demo world or gets it; a world that people may have used is never touched.
import { migrate } from "@/db/migrate";
import { beginPortal } from "@/lib/people/setup";
import { openPortal, type Portal } from "@/lib/portal";
import { buildWorld, type ToldLink } from "./build/world";
import { demoMarked } from "./mark";
import { DEMO_PEOPLE, type DemoPerson } from "./people";
import { clearUnfinished } from "./start-over";
import { isWhole, makeWhole } from "./whole";

export interface DemoLoaded {
  /** whether the world was made now */
  readonly loaded: boolean;
  readonly people: readonly DemoPerson[];
  /** join links to begin with; their secrets are told when the world is made, and never again */
  readonly links: readonly ToldLink[];
}

interface Addresses {
  /** the portal's own role */
  readonly appUrl: string;
  /** the role that migrates */
  readonly ownerUrl: string;
}

/** Fills a migrated database with the demo world, once. What an earlier load left half done is cleared first. */
export async function loadDemo(at: Addresses): Promise<DemoLoaded> {
  const begun = await beginPortal({ ...at, demo: true });
  if (!begun && (await stateOf(at)) === "whole") return { loaded: false, people: DEMO_PEOPLE, links: [] };
  if (!begun) await startOver(at);
  const links = await onPortal(at, async (portal) => {
    const told = await buildWorld(portal);
    await makeWhole(portal);
    return told;
  });
  return { loaded: true, people: DEMO_PEOPLE, links };
}

function stateOf(at: Addresses): Promise<"whole" | "unfinished"> {
  return onPortal(at, async ({ store: { reader } }) => {
    if (!(await demoMarked(reader))) throw new Error("This database is not a demo's: the demo world stays out of it.");
    return (await isWhole(reader)) ? "whole" : "unfinished";
  });
}

async function startOver(at: Addresses): Promise<void> {
  await clearUnfinished(at.ownerUrl);
  await migrate(at);
  await beginPortal({ ...at, demo: true });
}

async function onPortal<T>({ appUrl }: Addresses, work: (portal: Portal) => Promise<T>): Promise<T> {
  const portal = await openPortal({ url: appUrl, logLevel: "warn" });
  try {
    return await work(portal);
  } finally {
    await portal.store.end();
  }
}
