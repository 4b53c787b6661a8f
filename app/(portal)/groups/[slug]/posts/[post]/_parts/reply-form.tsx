"use client";
import { ActionForm } from "@/app/_ui/form";
import { MarkdownField } from "@/app/_ui/markdown-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { replyAction } from "@/lib/posts/actions";

type Props = { group: string; post: string; draft: boolean };

export function ReplyForm({ group, post, draft }: Props) {
  return (
    <ActionForm action={replyAction} className="mt-6 grid gap-4" label="Reply">
      <input type="hidden" name="group" value={group} />
      <input type="hidden" name="post" value={post} />
      <MarkdownField
        name="body"
        label={draft ? "Your reply to this draft" : "Your reply"}
        rows={4}
        maxLength={20_000}
      />
      <SubmitButton pendingLabel="Sending …">Reply</SubmitButton>
    </ActionForm>
  );
}
