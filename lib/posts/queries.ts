/** Posts as one viewer may read them: one that they may not view is not there. */
import { seesPost } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { findPostSituation } from "./facts";

export interface PostPage {
  readonly id: string;
  /** the group's address */
  readonly group: string;
  readonly title: string;
  /** Markdown */
  readonly body: string;
  readonly published: boolean;
  readonly mine: boolean;
}

export async function findPost(viewer: Viewer, id: string): Promise<PostPage | null> {
  const found = await findPostSituation(viewer.portal.store.reader, viewer, id);
  if (!found || !seesPost(viewer, found.situation, found.facts)) return null;
  const { title, body, published } = found.post;
  return { id: found.post.id, group: found.group.slug, title, body, published, mine: found.facts.mine };
}
