/** Editing and deleting a post: by whoever may do it to any, or to their own. A post that one may not view is not there. */
import { sql } from "drizzle-orm";
import { fold } from "@/lib/fold";
import { command } from "@/lib/gate";
import type { SharedCommand, Telling } from "@/lib/gate/command";
import {
  answerDeletePost,
  answerEditPost,
  type DeletePostAnswer,
  type EditPostAnswer,
  type PostVerbFacts,
} from "@/lib/policy/answers/posts";
import type { Viewer } from "@/lib/session/viewer";
import { type FoundPost, findPostSituation } from "../facts";
import type { DeletePostInput, EditPostInput } from "../schema";
import { mayTend } from "../sight";
import { postDoor, versionsOf } from "./post-door";

const factsFor = (viewer: Viewer, found: FoundPost | null, doing: "edit" | "delete"): PostVerbFacts => ({
  ...postDoor(viewer, found),
  permitted: found !== null && mayTend(viewer, found, doing),
});

/** Whoever wrote it is told what somebody else did to it. */
function tellAuthor(event: string, { post, group }: FoundPost): Telling[] {
  return post.authorId ? [{ event, to: post.authorId, groupId: group.id }] : [];
}

export const editingPost: SharedCommand<EditPostInput, FoundPost | null, EditPostAnswer> = {
  way: "shared",
  verb: "post.edit",
  proceeds: ["changed"],
  facts: (read, viewer, { post }) => findPostSituation(read, viewer, post),
  answer: (viewer, found) => answerEditPost(factsFor(viewer, found, "edit")),
  versions: versionsOf,

  writing(_viewer, found, input) {
    if (!found) return null;
    const { id: subjectId, title, body, published } = found.post;
    const before = { title, body, published };
    const after = {
      title: input.title ?? title,
      body: input.body ?? body,
      published: input.published ?? published,
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return null;
    return {
      parts: [
        {
          name: "edited",
          statement: sql`update post p set title = ${after.title}, body = ${after.body}, published = ${after.published},
              search_key = ${fold(`${after.title} ${after.body}`)}, edited_at = portal_now(),
              posted_at = case when ${after.published && !published} then portal_now() else p.posted_at end from guard
            where p.id = ${subjectId}::uuid and p.published = ${published} returning p.id`,
        },
      ],
      held: sql`exists (select 1 from edited)`,
      events: [{ event: "post.edited", groupId: found.group.id, subjectId, before, after }],
      tellings: tellAuthor("post.edited", found),
    };
  },
};

export const deletingPost: SharedCommand<DeletePostInput, FoundPost | null, DeletePostAnswer> = {
  way: "shared",
  verb: "post.delete",
  proceeds: ["deleted"],
  facts: (read, viewer, { post }) => findPostSituation(read, viewer, post),
  answer: (viewer, found) => answerDeletePost(factsFor(viewer, found, "delete")),
  versions: versionsOf,

  writing(_viewer, found) {
    if (!found) return null;
    const { id: subjectId, title, published } = found.post;
    return {
      parts: [
        {
          name: "gone",
          statement: sql`delete from post p using guard
            where p.id = ${subjectId}::uuid and p.published = ${published} returning p.id`,
        },
      ],
      held: sql`exists (select 1 from gone)`,
      events: [{ event: "post.deleted", groupId: found.group.id, subjectId, before: { title, published } }],
      tellings: tellAuthor("post.deleted", found),
    };
  },
};

/** Changes what is named of a post. */
export const editPost = command(editingPost);
/** Deletes a post with its replies. */
export const deletePost = command(deletingPost);
