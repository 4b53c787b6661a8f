import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { groupPath } from "../../../../../_parts/paths";
import { foundPost, type PostProps, titledPost } from "../../_parts/found-post";
import { postCrumbs } from "../../_parts/post-crumbs";
import { PostForm } from "../../_parts/post-form";

export const generateMetadata = ({ params }: PostProps) => titledPost(params, "Edit");

export default async function EditPostPage({ params }: PostProps) {
  const { group, post } = await foundPost(params);
  if (!post.may.edit) notFound();
  const { id, title, body, published } = post;
  return (
    <div className="max-w-[46rem]">
      <PageHeader
        crumbs={postCrumbs(group, post)}
        title={published ? "Edit the post" : "Edit the draft"}
        lead={post.mine ? undefined : "Whoever wrote it is told that you changed it."}
      />
      <PostForm group={group.slug} post={{ id, title, body, published, mayUnpublish: post.may.unpublish }}>
        <ButtonLink href={groupPath(group.slug, `/posts/${id}`)} variant="plain">
          Leave it as it is
        </ButtonLink>
      </PostForm>
    </div>
  );
}
