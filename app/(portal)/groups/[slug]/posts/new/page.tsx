import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { groupPath } from "../../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../../_parts/found";
import { postCrumbs } from "../_parts/post-crumbs";
import { PostForm } from "../_parts/post-form";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Write a post");

export default async function NewPostPage({ params }: GroupProps) {
  const group = await foundGroup(params);
  if (!group.may.createPosts) notFound();
  return (
    <div className="max-w-[46rem]">
      <PageHeader crumbs={postCrumbs(group)} title={`Write in ${group.name}`} />
      <PostForm group={group.slug}>
        <ButtonLink href={groupPath(group.slug, group.may.viewPosts ? "/posts" : "")} variant="plain">
          Leave it
        </ButtonLink>
      </PostForm>
    </div>
  );
}
