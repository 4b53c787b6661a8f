/** The newest posts of one's groups. */
import type { Route } from "next";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import type { Page } from "@/lib/cursor";
import type { PlacedPostLine } from "@/lib/posts/queries/list-my-posts";
import { PlacedPosts } from "../../_parts/placed-posts";

type Props = { page: Page<PlacedPostLine> /** one is in some group */; inAny: boolean };

export function NewPosts({ page, inAny }: Props) {
  const more = page.next ? <TextLink href={"/posts" as Route}>All posts</TextLink> : null;
  return (
    <Panel id="posts" title="New in your groups" look="bare" actions={more}>
      {page.lines.length > 0 ? (
        <PlacedPosts lines={page.lines} />
      ) : (
        <p className="border-y border-line py-5 text-muted">
          {inAny
            ? "Nobody has written anything that you may read there yet."
            : "What is written in groups that you are in will stand here."}
        </p>
      )}
    </Panel>
  );
}
