"use server";
import { formAction } from "@/lib/action";
import * as by from "./by-form";
import * as shape from "./schema";
import { POST_SENTENCES, TEND_SENTENCES } from "./sentences";

const lead = (path: string | null) => path;

export const createPostAction = formAction(shape.createPostForm, by.createByForm, {
  says: POST_SENTENCES,
  redirectTo: lead,
});

export const editPostAction = formAction(shape.editPostForm, by.editByForm, { says: TEND_SENTENCES, redirectTo: lead });

export const deletePostAction = formAction(shape.deletePostForm, by.deleteByForm, {
  says: TEND_SENTENCES,
  redirectTo: lead,
});

export const replyAction = formAction(shape.replyForm, by.replyByForm, { says: POST_SENTENCES, redirectTo: lead });

export const editReplyAction = formAction(shape.editReplyForm, by.editReplyByForm, {
  says: TEND_SENTENCES,
  redirectTo: lead,
});

export const deleteReplyAction = formAction(shape.deleteReplyForm, by.deleteReplyByForm, {
  says: TEND_SENTENCES,
  redirectTo: lead,
});
