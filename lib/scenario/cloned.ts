/** A stage in a database of its own, cloned from the migrated template and dropped afterwards. */
import { type Clone, cloneDatabase } from "@/db/scratch";
import { openPortal, type Portal } from "@/lib/portal";
import { momentAfter } from "./clock";
import type { World } from "./shape";
import { type Ground, Stage } from "./stage";

export interface Server {
  /** of a role that may make databases, on a server that has the migrated template */
  readonly ownerUrl: string;
  /** where many are made, so that not each needs connections of its own */
  readonly clone?: () => Promise<Clone>;
}

/** Throws `WorldRefused`. `made` is told of the database before anything is built in it. */
export async function openStage(
  { ownerUrl, clone: make }: Server,
  world: World,
  made?: (clone: Clone) => void,
): Promise<Stage> {
  const clone = await (make?.() ?? cloneDatabase(ownerUrl));
  made?.(clone);
  return Stage.on(groundOf(clone), world);
}

function groundOf(clone: Clone): Ground {
  let portal: Portal | null = null;
  return {
    async portalAt(minutes) {
      await portal?.store.end();
      const session = { "guildhall.clock": momentAfter(minutes) };
      portal = await openPortal({ url: clone.appUrl, size: 2, logLevel: "silent", session });
      return portal;
    },
    async leave({ keep }) {
      await portal?.store.end();
      if (!keep) await clone.drop();
    },
  };
}
