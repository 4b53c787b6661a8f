import { PenLine } from "lucide";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Pager } from "@/app/_ui/pager";
import { SearchBox } from "@/app/_ui/search-box";
import { listPosts, type PostList } from "@/lib/posts/queries/list-posts";
import { currentViewer } from "@/lib/session/current";
import { groupPath, one } from "../../../_parts/paths";
import { PostRow } from "../../../_parts/post-row";
import { foundGroup, type GroupProps, titled } from "../_parts/found";
import { GroupFrame } from "../_parts/group-frame";
import { DoneNotice } from "./_parts/done-notice";
import { NoPosts } from "./_parts/no-posts";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Posts");

export default async function PostsPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  const query = await searchParams;
  const [q, after] = [one(query.q), one(query.after)];
  const list = await listPosts(await currentViewer(), group.slug, { q, after });
  if (!list) notFound();
  const path = (rest: Record<string, string | null | undefined>) => groupPath(group.slug, "/posts", rest);
  return (
    <GroupFrame
      group={group}
      tab="posts"
      actions={list.mayCreate ? <WriteLink slug={group.slug} /> : <WhyNotWrite slug={group.slug} />}
    >
      <div className="grid max-w-[52rem] gap-6">
        <DoneNotice word={one(query.done)} />
        {list.lines.length > 0 || q || after ? (
          <SearchBox
            action={path({})}
            label={`Search posts of ${group.name}`}
            placeholder="Words in a title or a text"
            defaultValue={q}
            clear={path({})}
          />
        ) : null}
        <Posts slug={group.slug} list={list} q={q} />
      </div>
      <Pager
        of="posts"
        previous={after ? path({ q }) : undefined}
        next={list.next ? path({ q, after: list.next }) : undefined}
      />
    </GroupFrame>
  );
}

function WriteLink({ slug }: { slug: string }) {
  return (
    <ButtonLink href={groupPath(slug, "/posts/new")} variant="primary">
      <Icon of={PenLine} /> Write a post
    </ButtonLink>
  );
}

function WhyNotWrite({ slug }: { slug: string }) {
  return (
    <ButtonLink href={groupPath(slug, "/why", { permission: "post.create" })} variant="plain">
      Why can’t I write here?
    </ButtonLink>
  );
}

function Posts({ slug, list, q }: { slug: string; list: PostList; q: string | undefined }) {
  if (list.lines.length === 0) return <NoPosts slug={slug} list={list} q={q} />;
  return (
    <ul aria-label="Posts" className="border-t border-line">
      {list.lines.map((line) => (
        <PostRow key={line.id} slug={slug} line={line} />
      ))}
    </ul>
  );
}
