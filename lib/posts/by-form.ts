/** Commands as the forms of posts ask for them: a preview changes nothing, and each hands back where it leads. */
import type { z } from "zod";
import type { Outcome } from "@/lib/gate/command";
import type { Viewer } from "@/lib/session/viewer";
import { createPost } from "./commands/create-post";
import { deleteReply, editReply, replyToPost } from "./commands/replies";
import { deletePost, editPost } from "./commands/tend-post";
import type * as shape from "./schema";

type Form<K extends keyof typeof shape> = (typeof shape)[K] extends z.ZodType<infer Output> ? Output : never;

const PREVIEW = { answer: "preview", done: false, data: null } as const;

/** After `data` of a form that was carried out a page is led to. */
async function leading<A extends string>(path: string, outcome: Outcome<A, unknown>): Promise<Outcome<A, string>> {
  return { answer: outcome.answer, done: outcome.done, data: outcome.done ? path : null };
}

const postPath = (group: string, post: string, done: string) => `/groups/${group}/posts/${post}?done=${done}`;

export async function createByForm(viewer: Viewer, { as, ...form }: Form<"createPostForm">) {
  if (as === "preview") return PREVIEW;
  const outcome = await createPost(viewer, { ...form, published: as === "published" });
  return leading(postPath(form.group, outcome.data?.id ?? "", as), outcome);
}

export async function editByForm(viewer: Viewer, { as, group, ...form }: Form<"editPostForm">) {
  if (as === "preview") return PREVIEW;
  const outcome = await editPost(viewer, { ...form, published: as === "published" });
  return leading(postPath(group, form.post, as === "draft" ? "draft" : "saved"), outcome);
}

export const deleteByForm = async (viewer: Viewer, { group, post }: Form<"deletePostForm">) =>
  leading(`/groups/${group}/posts?done=deleted`, await deletePost(viewer, { post }));

export async function replyByForm(viewer: Viewer, { group, post, body }: Form<"replyForm">) {
  const outcome = await replyToPost(viewer, { post, body });
  return leading(`${postPath(group, post, "replied")}&replies=last#reply-${outcome.data?.id}`, outcome);
}

export async function editReplyByForm(viewer: Viewer, { group, post, reply, body }: Form<"editReplyForm">) {
  return leading(`${postPath(group, post, "reply-saved")}#reply-${reply}`, await editReply(viewer, { reply, body }));
}

export const deleteReplyByForm = async (viewer: Viewer, { group, post, reply }: Form<"deleteReplyForm">) =>
  leading(postPath(group, post, "reply-deleted"), await deleteReply(viewer, { reply }));
