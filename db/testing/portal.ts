import { afterAll, inject, onTestFinished } from "vitest";
import { openPortal, type Portal } from "@/lib/portal";
import { type Clone, cloneDatabase } from "../scratch";

export interface TestPortal {
  readonly portal: Portal;
  readonly clone: Clone;
  /** every statement that reached the driver since the last call */
  statements(): string[];
}

/** A portal on a database of its own, as the ordinary role, gone when the test file ends. */
export async function testPortal(session: Readonly<Record<string, string>> = {}): Promise<TestPortal> {
  const clone = await cloneDatabase(inject("ownerUrl"));
  let told: string[] = [];
  const portal = await openPortal({
    url: clone.appUrl,
    size: 4,
    logLevel: "silent",
    session,
    onStatement: (text) => told.push(text),
  });
  afterAll(async () => {
    await portal.store.end();
    await clone.drop();
  });
  const statements = () => {
    const since = told;
    told = [];
    return since;
  };
  return { portal, clone, statements };
}

/** For one test, a portal on a database that there is, whose clock stands still: no count of tries begins anew under it. */
export async function stillPortal(url: string): Promise<Portal> {
  const session = { "guildhall.clock": "2026-11-22 12:00:00+00" };
  const portal = await openPortal({ url, size: 2, logLevel: "silent", session });
  onTestFinished(() => portal.store.end());
  return portal;
}
