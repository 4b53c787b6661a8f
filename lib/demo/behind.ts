/** Pages for whoever looks behind the portal: its mail, its controls. In a demo and in development; anywhere else there are none. */
import { serverEnv } from "@/lib/env";
import type { Viewer } from "@/lib/session/viewer";
import { demoMarked } from "./mark";

const developing = () => serverEnv().GUILDHALL_MODE === "dev";

export async function isOpenBehind({ portal }: Pick<Viewer, "portal">, isDevelopment = developing): Promise<boolean> {
  return isDevelopment() || (await demoMarked(portal.store.reader));
}
