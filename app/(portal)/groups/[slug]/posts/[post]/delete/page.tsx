import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { PageHeader } from "@/app/_ui/page-header";
import { SubmitButton } from "@/app/_ui/submit-button";
import { deletePostAction } from "@/lib/posts/actions";
import { groupPath } from "../../../../../_parts/paths";
import { foundPost, type PostProps, titledPost } from "../../_parts/found-post";
import { postCrumbs } from "../../_parts/post-crumbs";

export const generateMetadata = ({ params }: PostProps) => titledPost(params, "Delete");

export default async function DeletePostPage({ params }: PostProps) {
  const { group, post } = await foundPost(params);
  if (!post.may.delete) notFound();
  return (
    <div className="max-w-prose">
      <PageHeader
        crumbs={postCrumbs(group, post)}
        title={`Delete “${post.title}”?`}
        lead={`The replies to it go with it. This cannot be undone.${post.mine ? "" : " Whoever wrote it is told."}`}
      />
      <ActionForm action={deletePostAction}>
        <input type="hidden" name="group" value={group.slug} />
        <input type="hidden" name="post" value={post.id} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="danger" pendingLabel="Deleting …">
            Delete it
          </SubmitButton>
          <ButtonLink href={groupPath(group.slug, `/posts/${post.id}`)} variant="plain">
            Keep it
          </ButtonLink>
        </div>
      </ActionForm>
    </div>
  );
}
