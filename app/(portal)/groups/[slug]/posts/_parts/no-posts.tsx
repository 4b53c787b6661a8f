/** Why a list of posts is empty, and the way on. */
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import type { PostList } from "@/lib/posts/queries/list-posts";
import { groupPath } from "../../../../_parts/paths";

type Props = { slug: string; list: PostList; q: string | undefined };

export function NoPosts({ slug, list, q }: Props) {
  const all = <ButtonLink href={groupPath(slug, "/posts")}>All posts</ButtonLink>;
  if (list.tooShort) {
    return (
      <EmptyState title="That is too short to look for" actions={all}>
        <p>Type a word of three letters or more.</p>
      </EmptyState>
    );
  }
  if (q) {
    return (
      <EmptyState title={<>No post here says “{q}”</>} actions={all}>
        <p>Every word has to be in the title or the text. Try fewer of them.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nobody has written here yet">
      <p>{list.mayCreate ? "The first post can be yours." : "What members post will stand here, the newest first."}</p>
    </EmptyState>
  );
}
