/** From an empty database to a whole world: the portal begins, the world is built, and the last line says that it is. */
import { beginPortal } from "@/lib/people/setup";
import { openPortal } from "@/lib/portal";
import { siteViewer } from "@/lib/session/viewer";
import { changeSettings } from "@/lib/settings/commands";
import { LAST_REQUEST } from "../whole";
import { FIRST_TYPE } from "../world/group-types";
import { must } from "./site";
import { buildWorld, type ToldLink } from "./world";

// Nothing waits for the disk: what a crash takes, it takes from the end, and a world without its last line is made anew.
const SESSION = { synchronous_commit: "off" };

export async function makeWorld(at: { appUrl: string; ownerUrl: string }): Promise<ToldLink[]> {
  await beginPortal({ ...at, demo: true });
  const portal = await openPortal({ url: at.appUrl, logLevel: "warn", session: SESSION });
  try {
    const links = await buildWorld(portal);
    const site = await siteViewer(portal, { requestId: LAST_REQUEST });
    await must("the last touch", changeSettings(site, { defaultGroupType: FIRST_TYPE }));
    return links;
  } finally {
    await portal.store.end();
  }
}
