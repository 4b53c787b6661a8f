import { afterAll, inject } from "vitest";
import { type Clone, cloneDatabase } from "@/db/scratch";
import { openPortal, type Portal } from "@/lib/portal";
import { type DemoLoaded, loadDemo } from "../load";

export interface DemoPortal {
  readonly clone: Clone;
  readonly portal: Portal;
  readonly told: DemoLoaded;
}

/** A fresh clone of the template, gone when the test file ends. */
export async function freshClone(): Promise<Clone> {
  const clone = await cloneDatabase(inject("ownerUrl"));
  afterAll(() => clone.drop());
  return clone;
}

/** A portal on a demo world that was loaded for it alone. */
export async function loadedPortal(): Promise<DemoPortal> {
  const clone = await freshClone();
  const told = await loadDemo(clone);
  const portal = await openPortal({ url: clone.appUrl, logLevel: "silent", size: 2 });
  afterAll(() => portal.store.end());
  return { clone, portal, told };
}
