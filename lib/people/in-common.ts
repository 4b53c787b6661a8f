/** What a reader may know of who is in which group: the one predicate for every list that leads from people to groups. */
import { type SQL, sql } from "drizzle-orm";
import { meOf, reachesGroup, seesGroup } from "@/lib/groups/visible";
import type { GroupPermission } from "@/lib/policy/catalogue";
import type { Viewer } from "@/lib/session/viewer";

/**
 * Whether the reader may know that the account `accountId` is in the group `g`: they see the group and may list its
 * members. Of oneself one knows it wherever one is.
 */
export function knowsMember(viewer: Viewer, accountId: SQL): SQL {
  return knowsThere(viewer, accountId, "member.list");
}

/** The same for what only those may know who hold another permission there: pending requests, links. */
export function knowsThere(viewer: Viewer, accountId: SQL, permission: GroupPermission): SQL {
  const own = viewer.account?.active ? sql`${accountId} = ${meOf(viewer)}` : sql`false`;
  return sql`(${seesGroup(viewer)} and (${own} or ${reachesGroup(viewer, permission)}))`;
}
