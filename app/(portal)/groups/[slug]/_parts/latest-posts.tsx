/** What was written last, for whoever may read it. */
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import type { GroupPage } from "@/lib/groups/queries/find-group";
import { listPosts } from "@/lib/posts/queries/list-posts";
import { currentViewer } from "@/lib/session/current";
import { groupPath } from "../../../_parts/paths";
import { PostRow } from "../../../_parts/post-row";

const SHOWN = 3;

export async function LatestPosts({ group: { slug, may } }: { group: GroupPage }) {
  if (!may.viewPosts) return null;
  const list = await listPosts(await currentViewer(), slug, { limit: SHOWN, published: true });
  if (!list || list.lines.length === 0) return null;
  return (
    <Panel
      id="latest"
      title="Latest posts"
      look="bare"
      actions={list.next ? <TextLink href={groupPath(slug, "/posts")}>All posts</TextLink> : null}
    >
      <ul aria-label="Latest posts" className="border-t border-line">
        {list.lines.map((line) => (
          <PostRow key={line.id} slug={slug} line={line} />
        ))}
      </ul>
    </Panel>
  );
}
