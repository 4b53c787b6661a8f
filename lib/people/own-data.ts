/** One's own data as a file to keep, so many times an hour: it reads everything that one ever did. */
import { mayTry, OWN_DATA_PER_ACCOUNT } from "@/lib/session/rate";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { findOwnData } from "./queries/find-own-data";

export type OwnData = { readonly text: string } | "not-found" | "rate-limited";

/** `not-found` to visitors; refused while one looks at the portal as somebody else. */
export async function ownDataFile(viewer: Viewer): Promise<OwnData> {
  refuseWhileViewing(viewer);
  if (!viewer.account?.active) return "not-found";
  if (!(await mayTry(viewer.portal, [OWN_DATA_PER_ACCOUNT, viewer.account.id]))) return "rate-limited";
  const data = await findOwnData(viewer);
  return data ? { text: `${JSON.stringify(data, null, 2)}\n` } : "not-found";
}
