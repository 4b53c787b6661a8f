import { PenLine, Trash2 } from "lucide";
import type { Metadata } from "next";
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { ButtonLink } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Markdown } from "@/app/_ui/markdown";
import { PageHeader } from "@/app/_ui/page-header";
import { Time } from "@/app/_ui/time";
import { listReplies, type PostPage } from "@/lib/posts/queries/find-post";
import { currentViewer } from "@/lib/session/current";
import { groupPath, one } from "../../../../_parts/paths";
import { AuthorName } from "../../../../_parts/post-row";
import { DoneNotice } from "../_parts/done-notice";
import { foundPost, type PostProps, titledPost } from "../_parts/found-post";
import { postCrumbs } from "../_parts/post-crumbs";
import { Replies } from "./_parts/replies";

export const generateMetadata = ({ params }: PostProps): Promise<Metadata> => titledPost(params);

export default async function ReadPostPage({ params, searchParams }: PostProps) {
  const { group, post } = await foundPost(params);
  const query = await searchParams;
  const asked = { after: one(query.after), last: one(query.replies) === "last" };
  const replies = await listReplies(await currentViewer(), post, asked);
  return (
    <article className="max-w-[46rem]">
      <PageHeader
        crumbs={postCrumbs(group)}
        title={post.title}
        badges={
          post.published ? null : (
            <Badge tone="warning" icon={PenLine}>
              Draft
            </Badge>
          )
        }
        actions={<Tending slug={group.slug} post={post} />}
      />
      <div className="grid gap-6">
        <DoneNotice word={one(query.done)} />
        <Byline post={post} />
        {post.body.trim() === "" ? (
          <p className="text-muted">There is nothing but the title.</p>
        ) : (
          <Markdown>{post.body}</Markdown>
        )}
        <Replies slug={group.slug} post={post} replies={replies} />
      </div>
    </article>
  );
}

function Byline({ post }: { post: PostPage }) {
  return (
    <p className="flex items-center gap-3 text-sm">
      <Avatar name={post.author?.name ?? "·"} />
      <span className="grid">
        <span className="font-semibold">
          <AuthorName author={post.author} mine={post.mine} />
        </span>
        <span className="flex flex-wrap gap-x-2 text-xs text-muted">
          <Time at={post.at} />
          {post.editedAt ? (
            <span>
              · edited <Time at={post.editedAt} />
            </span>
          ) : null}
        </span>
      </span>
    </p>
  );
}

function Tending({ slug, post }: { slug: string; post: PostPage }) {
  const { may } = post;
  if (!may.edit && !may.delete) return null;
  return (
    <>
      {may.edit ? (
        <ButtonLink href={groupPath(slug, `/posts/${post.id}/edit`)} size="sm">
          <Icon of={PenLine} size={16} /> Edit
        </ButtonLink>
      ) : null}
      {may.delete ? (
        <ButtonLink href={groupPath(slug, `/posts/${post.id}/delete`)} size="sm">
          <Icon of={Trash2} size={16} /> Delete
        </ButtonLink>
      ) : null}
    </>
  );
}
