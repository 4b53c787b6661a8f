/** Shapes of input for posts and the replies to them. */
import { z } from "zod";
import { textField } from "@/lib/text";

const group = z.string().min(1).max(80);
const title = textField(200).pipe(z.string().min(1, "A post needs a title."));
const body = textField(50_000);
const reply = textField(20_000).pipe(z.string().min(1, "Write something."));

export const createPost = z.strictObject({
  group,
  title,
  body: body.default(""),
  /** false: a draft */
  published: z.boolean().default(true),
});
/** What is left out stays as it is. */
export const editPost = z.strictObject({
  post: z.uuid(),
  title: title.optional(),
  body: body.optional(),
  published: z.boolean().optional(),
});
export const deletePost = z.strictObject({ post: z.uuid() });
export const replyToPost = z.strictObject({ post: z.uuid(), body: reply });
export const editReply = z.strictObject({ reply: z.uuid(), body: reply });
export const deleteReply = z.strictObject({ reply: z.uuid() });

export type CreatePostInput = z.output<typeof createPost>;
export type EditPostInput = z.output<typeof editPost>;
export type DeletePostInput = z.output<typeof deletePost>;
export type ReplyInput = z.output<typeof replyToPost>;
export type EditReplyInput = z.output<typeof editReply>;
export type DeleteReplyInput = z.output<typeof deleteReply>;

/** What a form's buttons say: `preview` shows what it would look like, and saves nothing. */
const as = z.enum(["published", "draft", "preview"]);
export const createPostForm = z.strictObject({ group, title, body, as });
export const editPostForm = z.strictObject({ group, post: z.uuid(), title, body, as });
export const deletePostForm = z.strictObject({ group, post: z.uuid() });
export const replyForm = z.strictObject({ group, post: z.uuid(), body: reply });
export const editReplyForm = z.strictObject({ group, post: z.uuid(), reply: z.uuid(), body: reply });
export const deleteReplyForm = z.strictObject({ group, post: z.uuid(), reply: z.uuid() });
