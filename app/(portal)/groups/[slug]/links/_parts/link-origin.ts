import { headers } from "next/headers";
import { serverEnv } from "@/lib/env";
import { ownOrigin } from "@/lib/http-guard";

/** Where join links of this portal begin, under the name by which this reader knows it. */
export async function linkOrigin(): Promise<string> {
  const { PORTAL_URL } = serverEnv();
  const own = ownOrigin(PORTAL_URL, (await headers()).get("host"));
  return `${own ?? new URL(PORTAL_URL).origin}/join/`;
}
