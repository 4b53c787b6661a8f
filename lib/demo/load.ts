// Promise: a demo's database holds the whole demo world or gets it; a world that people may have used is never touched.
import { sql } from "drizzle-orm";
import { openStore } from "@/db/client";
import type { ToldLink } from "./build/world";
import { demoMarked } from "./mark";
import { DEMO_PEOPLE, type DemoPerson } from "./people";
import { isWhole } from "./whole";

export interface DemoLoaded {
  /** whether the world was made now */
  readonly loaded: boolean;
  readonly people: readonly DemoPerson[];
  /** join links to begin with; their secrets are told when the world is made, and never again */
  readonly links: readonly ToldLink[];
}

export interface Addresses {
  /** the portal's own role */
  readonly appUrl: string;
  /** the role that migrates */
  readonly ownerUrl: string;
}

/** Fills a migrated database with the demo world, once. What an earlier load left half done is cleared first. */
export async function loadDemo(at: Addresses): Promise<DemoLoaded> {
  const state = await stateOf(at);
  if (state === "whole") return { loaded: false, people: DEMO_PEOPLE, links: [] };
  // Read only now: on every later start there is nothing to build, and reading the builders takes longer than asking.
  const { clearUnfinished } = await import("./start-over");
  if (state === "unfinished") await clearUnfinished(at);
  const { makeWorld } = await import("./build/make");
  return { loaded: true, people: DEMO_PEOPLE, links: await makeWorld(at) };
}

async function stateOf({ appUrl }: Addresses): Promise<"empty" | "unfinished" | "whole"> {
  const store = await openStore({ url: appUrl, size: 1 });
  try {
    const marks = await store.reader.rows(sql`select 1 from portal_mark`);
    if (marks.length === 0) return "empty";
    if (await demoMarked(store.reader)) return (await isWhole(store.reader)) ? "whole" : "unfinished";
  } finally {
    await store.end();
  }
  throw new Error("This database is not a demo's: the demo world stays out of it.");
}
