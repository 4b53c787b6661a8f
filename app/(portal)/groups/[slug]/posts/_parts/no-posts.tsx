/** Why a list of posts is empty, and the way on. */
import { EmptyState } from "@/app/_ui/empty-state";
import type { PostList } from "@/lib/posts/queries/list-posts";
import { NoPostsFound } from "../../../../_parts/no-posts-found";
import { groupPath } from "../../../../_parts/paths";

type Props = { slug: string; list: PostList; q: string | undefined };

export function NoPosts({ slug, list, q }: Props) {
  if (q) {
    const title = <>No post here says “{q}”</>;
    return <NoPostsFound tooShort={list.tooShort} title={title} all={groupPath(slug, "/posts")} />;
  }
  return (
    <EmptyState title="Nobody has written here yet">
      <p>{list.mayCreate ? "The first post can be yours." : "What members post will stand here, the newest first."}</p>
    </EmptyState>
  );
}
