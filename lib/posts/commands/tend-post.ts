/** Editing and deleting a post: by whoever may do it to any, or to their own. A post that one may not view is not there. */
import { sql } from "drizzle-orm";
import { fold } from "@/lib/fold";
import { command } from "@/lib/gate";
import type { SharedCommand, Telling } from "@/lib/gate/command";
import { doorOf } from "@/lib/policy/answers/door";
import {
  answerDeletePost,
  answerEditPost,
  type DeletePostAnswer,
  type EditPostAnswer,
  type PostVerbFacts,
} from "@/lib/policy/answers/posts";
import { decidePost, seesPost } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { type FoundPost, findPostSituation } from "../facts";
import type { DeletePostInput, EditPostInput } from "../schema";

type Doing = "edit" | "delete";

/** Holding it for any post includes one's own. */
export function mayTend(viewer: Viewer, { situation, facts }: FoundPost, doing: Doing): boolean {
  return (["any", "own"] as const).some(
    (whose) => decidePost(viewer, situation, facts, `post.${doing}-${whose}`).allowed,
  );
}

function factsFor(viewer: Viewer, found: FoundPost | null, doing: Doing): PostVerbFacts {
  return {
    ...doorOf(viewer, found?.situation ?? null),
    views: found !== null && seesPost(viewer, found.situation, found.facts),
    permitted: found !== null && mayTend(viewer, found, doing),
  };
}

const versions = (found: FoundPost | null) => ({ groups: found ? { [found.group.id]: found.group.version } : {} });

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
  versions,

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
              search_key = ${fold(`${after.title} ${after.body}`)}, edited_at = portal_now() from guard
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
  versions,

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
