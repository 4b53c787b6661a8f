/** Replies to posts: who may write posts may reply, and a reply is tended as a post is, by its own author or by anybody's. */
import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { SharedCommand, Telling } from "@/lib/gate/command";
import {
  answerDeletePost,
  answerEditPost,
  answerReply,
  type DeletePostAnswer,
  type EditPostAnswer,
  type PostVerbFacts,
  type ReplyAnswer,
} from "@/lib/policy/answers/posts";
import { decide } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { type FoundPost, type FoundReply, findPostSituation, findReply } from "../facts";
import type { DeleteReplyInput, EditReplyInput, ReplyInput } from "../schema";
import { mayTend } from "../sight";
import { postDoor, versionsOf } from "./post-door";

export const replying: SharedCommand<ReplyInput, FoundPost | null, ReplyAnswer> = {
  way: "shared",
  verb: "reply.create",
  proceeds: ["created"],
  facts: (read, viewer, { post }) => findPostSituation(read, viewer, post),
  answer: (viewer, found) =>
    answerReply({
      ...postDoor(viewer, found),
      permitted: found !== null && decide(viewer, found.situation, "post.create").allowed,
    }),
  versions: versionsOf,

  writing(viewer, found, { body }) {
    if (!found) return null;
    const { group, post } = found;
    return {
      parts: [
        {
          name: "made",
          statement: sql`insert into reply (post_id, author_id, body)
            select p.id, ${viewer.account?.id ?? null}::uuid, ${body} from guard, post p
            where p.id = ${post.id}::uuid and p.published = ${post.published} returning id`,
        },
      ],
      held: sql`exists (select 1 from made)`,
      data: sql`(select jsonb_build_object('id', id) from made)`,
      events: [{ event: "reply.created", groupId: group.id, subjectId: post.id }],
      tellings: post.authorId ? [{ event: "reply.created", to: post.authorId, groupId: group.id }] : [],
    };
  },
};

type Tending = "edit" | "delete";

function tendingFacts(viewer: Viewer, found: FoundReply | null, doing: Tending): PostVerbFacts {
  return {
    ...postDoor(viewer, found?.under ?? null),
    permitted: found !== null && mayTend(viewer, { ...found.under, facts: found.facts }, doing),
  };
}

/** Whoever wrote it is told what somebody else did to it. */
function tellAuthor(event: string, { reply, under }: FoundReply): Telling[] {
  return reply.authorId ? [{ event, to: reply.authorId, groupId: under.group.id }] : [];
}

export const editingReply: SharedCommand<EditReplyInput, FoundReply | null, EditPostAnswer> = {
  way: "shared",
  verb: "reply.edit",
  proceeds: ["changed"],
  facts: (read, viewer, { reply }) => findReply(read, viewer, reply),
  answer: (viewer, found) => answerEditPost(tendingFacts(viewer, found, "edit")),
  versions: (found) => versionsOf(found?.under ?? null),

  writing(_viewer, found, { body }) {
    if (!found || found.reply.body === body) return null;
    const { id: subjectId } = found.reply;
    return {
      parts: [
        {
          name: "edited",
          statement: sql`update reply r set body = ${body}, edited_at = portal_now() from guard
            where r.id = ${subjectId}::uuid returning r.id`,
        },
      ],
      held: sql`exists (select 1 from edited)`,
      events: [
        {
          ...{ event: "reply.edited", groupId: found.under.group.id, subjectId },
          ...{ before: { body: found.reply.body }, after: { body } },
        },
      ],
      tellings: tellAuthor("reply.edited", found),
    };
  },
};

export const deletingReply: SharedCommand<DeleteReplyInput, FoundReply | null, DeletePostAnswer> = {
  way: "shared",
  verb: "reply.delete",
  proceeds: ["deleted"],
  facts: (read, viewer, { reply }) => findReply(read, viewer, reply),
  answer: (viewer, found) => answerDeletePost(tendingFacts(viewer, found, "delete")),
  versions: (found) => versionsOf(found?.under ?? null),

  writing(_viewer, found) {
    if (!found) return null;
    const { id: subjectId } = found.reply;
    return {
      parts: [
        {
          name: "gone",
          statement: sql`delete from reply r using guard where r.id = ${subjectId}::uuid returning r.id`,
        },
      ],
      held: sql`exists (select 1 from gone)`,
      events: [{ event: "reply.deleted", groupId: found.under.group.id, subjectId }],
      tellings: tellAuthor("reply.deleted", found),
    };
  },
};

/** `data` holds the reply's id. */
export const replyToPost = command<ReplyInput, FoundPost | null, ReplyAnswer, { id: string }>(replying);
export const editReply = command(editingReply);
export const deleteReply = command(deletingReply);
