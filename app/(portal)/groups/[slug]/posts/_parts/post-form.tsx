"use client";
/** Writing a post, or changing one. Three buttons: to let it be read, to keep it for later, to see how it looks. */
import type { ReactNode } from "react";
import { ActionForm } from "@/app/_ui/form";
import { Markdown } from "@/app/_ui/markdown";
import { MarkdownField } from "@/app/_ui/markdown-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { createPostAction, editPostAction } from "@/lib/posts/actions";

type Props = {
  group: string;
  /** the post that is changed; a new one without */
  post?: { id: string; title: string; body: string; published: boolean; mayUnpublish: boolean };
  /** the way out without saving */
  children: ReactNode;
};

export function PostForm({ group, post, children }: Props) {
  return (
    <ActionForm action={post ? editPostAction : createPostAction}>
      <input type="hidden" name="group" value={group} />
      {post ? <input type="hidden" name="post" value={post.id} /> : null}
      <TextInput name="title" label="Title" defaultValue={post?.title} maxLength={200} autoComplete="off" />
      <MarkdownField
        name="body"
        label="Text"
        defaultValue={post?.body}
        optional
        maxLength={50_000}
        sendsPreview="as"
        draw={Markdown}
      />
      <div className="flex flex-wrap items-center gap-3">
        {post?.published ? <OfPublished mayUnpublish={post.mayUnpublish} /> : <OfDraft />}
        {children}
      </div>
    </ActionForm>
  );
}

function OfDraft() {
  return (
    <>
      <SubmitButton name="as" value="published" pendingLabel="Posting …">
        Post it
      </SubmitButton>
      <SubmitButton name="as" value="draft" variant="quiet" pendingLabel="Saving …">
        Save as draft
      </SubmitButton>
    </>
  );
}

function OfPublished({ mayUnpublish }: { mayUnpublish: boolean }) {
  return (
    <>
      <SubmitButton name="as" value="published" pendingLabel="Saving …">
        Save changes
      </SubmitButton>
      {mayUnpublish ? (
        <SubmitButton name="as" value="draft" variant="quiet" pendingLabel="Saving …">
          Turn back into a draft
        </SubmitButton>
      ) : null}
    </>
  );
}
