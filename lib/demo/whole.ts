/** How a demo world says that it is whole: by one line of the log, which nobody can change or take away. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Portal } from "@/lib/portal";
import { siteViewer } from "@/lib/session/viewer";
import { changeSettings } from "@/lib/settings/commands";
import { must } from "./build/site";
import { FIRST_TYPE } from "./world/group-types";

/** The request of the world's last change. It never changes: a world without it is taken as unfinished and made anew. */
const LAST_REQUEST = "6c5f1d0e-3f0a-4b6e-9a53-64656d6f0001";

export async function isWhole(reader: Reader): Promise<boolean> {
  const [row] = await reader.rows<{ whole: boolean }>(sql`
    select exists (select 1 from audit where request_id = ${LAST_REQUEST}::uuid) as whole`);
  return row?.whole === true;
}

/** The last change of all: what new groups begin as. */
export async function makeWhole(portal: Portal): Promise<void> {
  const site = await siteViewer(portal, { requestId: LAST_REQUEST });
  await must("the last touch", changeSettings(site, { defaultGroupType: FIRST_TYPE }));
}
