"use client";
import type { ReactNode } from "react";
import { ActionForm } from "@/app/_ui/form";
import { MarkdownField } from "@/app/_ui/markdown-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { editReplyAction } from "@/lib/posts/actions";

type Props = { group: string; post: string; reply: string; body: string; children: ReactNode };

export function EditReplyForm({ body, children, ...ids }: Props) {
  return (
    <ActionForm action={editReplyAction} label="Change it">
      {Object.entries(ids).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <MarkdownField name="body" label="Text" defaultValue={body} rows={6} maxLength={20_000} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingLabel="Saving …">Save</SubmitButton>
        {children}
      </div>
    </ActionForm>
  );
}
