/** What goes with a group when it is deleted, in numbers. */
import { sql } from "drizzle-orm";
import { countedText } from "@/lib/counted";
import { preview } from "@/lib/gate";
import type { Viewer } from "@/lib/session/viewer";
import { deleting } from "../commands/delete-group";
import { type Anywhere, anywhereIn } from "../seen";
import { type Counts, countConsequences, numbersOf } from "./count-consequences";
import { findGroupSettings, type GroupSettings } from "./find-group-settings";

export interface Deleting {
  readonly group: GroupSettings;
  readonly members: number;
  /** accounts in charge of it themselves */
  readonly leaders: number;
  readonly requests: number;
  readonly links: number;
  readonly posts: number;
  readonly counts: Counts | null;
  /** what follows in other groups, whether or not they are seen; null where it would not be deleted after all */
  readonly anywhere: Anywhere | null;
}

/** Null where the viewer may not delete it, and where there is no such group for them. */
export async function previewDeleting(viewer: Viewer, slug: string): Promise<Deleting | null> {
  const group = await findGroupSettings(viewer, slug);
  if (!group?.may.delete) return null;
  const { plan } = await preview(deleting)(viewer, { group: slug });
  const [row] = await viewer.portal.store.reader.rows<Omit<Deleting, "group" | "counts" | "anywhere">>(sql`
    select (select count(*)::int from membership m where m.group_id = g.id) as members,
      (select count(l.account_id)::int from leader l where l.group_id = g.id) as leaders,
      (select count(*)::int from request r where r.group_id = g.id and r.status = 'pending') as requests,
      (select count(*)::int from join_link k where k.group_id = g.id and k.revoked_at is null) as links,
      (select count(*)::int from post p where p.group_id = g.id) as posts
    from groups g where g.id = ${group.id}::uuid`);
  if (!row) return null;
  const counts = plan && (await countConsequences(viewer, [group.id], plan));
  return { group, ...row, counts, anywhere: plan && anywhereIn(plan) };
}

/** What a form knows that comes back from looking at this. */
export function goingText({ members, leaders, requests, links, posts, counts }: Deleting): string {
  return countedText({ members, leaders, requests, links, posts, ...(counts && numbersOf(counts)) });
}
