/** Which posts of one group a viewer may read: the same answers for its page, its lists and its search. */
import { type SQL, sql } from "drizzle-orm";
import { meOf } from "@/lib/groups/visible";
import { decidePost, seesPost } from "@/lib/policy/decide";
import type { PostFacts, Situation } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";
import type { FoundPost } from "./facts";

export interface Sight {
  readonly published: boolean;
  /** anybody's */
  readonly drafts: boolean;
  readonly ownDrafts: boolean;
}

export function sightOf(viewer: Viewer, situation: Situation): Sight {
  const reads = (post: PostFacts) => seesPost(viewer, situation, post);
  return {
    published: reads({ mine: false, published: true }),
    drafts: reads({ mine: false, published: false }),
    ownDrafts: reads({ mine: true, published: false }),
  };
}

/** Over the post `p` of that group. */
export function isReadable(viewer: Viewer, sight: Sight): SQL {
  const mine = sql`p.author_id = ${meOf(viewer)}`;
  return sql`case when p.published then ${sight.published ? sql`true` : sql`false`}
    else ${sight.drafts ? sql`true` : sight.ownDrafts ? mine : sql`false`} end`;
}

/** `facts` are those of what is tended, post or reply; holding it for any includes one's own. */
export function mayTend(viewer: Viewer, { situation, facts }: FoundPost, doing: "edit" | "delete"): boolean {
  return (["any", "own"] as const).some(
    (whose) => decidePost(viewer, situation, facts, `post.${doing}-${whose}`).allowed,
  );
}
