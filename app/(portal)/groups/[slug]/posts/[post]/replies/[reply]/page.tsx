/** One reply, for whoever may change or delete it. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { Markdown } from "@/app/_ui/markdown";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { deleteReplyAction } from "@/lib/posts/actions";
import { findOwnReply } from "@/lib/posts/queries/find-post";
import { currentViewer } from "@/lib/session/current";
import { groupPath } from "../../../../../../_parts/paths";
import { foundGroup } from "../../../../_parts/found";
import { titledPost } from "../../../_parts/found-post";
import { postCrumbs } from "../../../_parts/post-crumbs";
import { EditReplyForm } from "./_parts/edit-reply-form";

type Props = { params: Promise<{ slug: string; post: string; reply: string }> };

export const generateMetadata = ({ params }: Props): Promise<Metadata> => titledPost(params, "A reply");

export default async function ReplyPage({ params }: Props) {
  const group = await foundGroup(params);
  const asked = await params;
  const found = await findOwnReply(await currentViewer(), asked.reply);
  if (!found || found.post.group !== group.slug || found.post.id !== asked.post) notFound();
  const { post, reply } = found;
  const ids = { group: group.slug, post: post.id, reply: reply.id };
  return (
    <div className="max-w-[46rem]">
      <PageHeader
        crumbs={postCrumbs(group, post)}
        title={reply.mine ? "Your reply" : "A reply"}
        lead={reply.mine ? undefined : "Whoever wrote it is told what you change."}
      />
      <div className="grid gap-10">
        {reply.may.edit ? (
          <EditReplyForm {...ids} body={reply.body}>
            <ButtonLink href={groupPath(group.slug, `/posts/${post.id}`)} variant="plain">
              Leave it as it is
            </ButtonLink>
          </EditReplyForm>
        ) : (
          <Markdown>{reply.body}</Markdown>
        )}
        {reply.may.delete ? <DeleteReply {...ids} /> : null}
      </div>
    </div>
  );
}

function DeleteReply(ids: { group: string; post: string; reply: string }) {
  return (
    <Panel id="delete" title="Delete it" lead="This cannot be undone." look="bare">
      <ActionForm action={deleteReplyAction} label="Delete it">
        {Object.entries(ids).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton variant="danger" pendingLabel="Deleting …">
          Delete the reply
        </SubmitButton>
      </ActionForm>
    </Panel>
  );
}
