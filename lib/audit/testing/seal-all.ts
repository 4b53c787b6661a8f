/** Seals until so many lines are sealed: other tests on the same server may hold a transaction open meanwhile. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Portal } from "@/lib/portal";
import { sealLog } from "../seal";

export async function sealAll(portal: Portal, lines: number): Promise<number> {
  let sealed = 0;
  for (let n = 0; n < 600 && sealed < lines; n++) {
    if (n > 0) await sleep(25);
    sealed += await sealLog(portal);
  }
  return sealed;
}
