import { sql } from "drizzle-orm";
import { fold } from "@/lib/fold";
import { command } from "@/lib/gate";
import type { Outcome, SharedCommand } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { type FoundSituation, findSituation } from "@/lib/groups/facts";
import { doorOf } from "@/lib/policy/answers/door";
import { answerCreatePost, type CreatePostAnswer } from "@/lib/policy/answers/posts";
import { decide } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import type { CreatePostInput } from "../schema";

interface Creating {
  readonly input: CreatePostInput;
  /** heard from the portal itself only: who wrote a post of a world that is built */
  readonly authorId: string | null;
}

/** A new post, or a draft of one. */
export const creatingPost: SharedCommand<Creating, FoundSituation | null, CreatePostAnswer> = {
  way: "shared",
  verb: "post.create",
  proceeds: ["created"],
  facts: (read, viewer, { input }) => findSituation(read, viewer, { slug: input.group }),

  answer(viewer, found) {
    const situation = found?.situation ?? null;
    if (isSite(viewer)) return situation ? "created" : "not-found";
    return answerCreatePost({
      ...doorOf(viewer, situation),
      mayCreate: situation !== null && decide(viewer, situation, "post.create").allowed,
    });
  },

  versions: (found) => ({ groups: found ? { [found.group.id]: found.group.version } : {} }),

  writing(_viewer, found, { input, authorId }) {
    const groupId = found?.group.id ?? null;
    const { title, body, published } = input;
    return {
      parts: [
        {
          name: "made",
          statement: sql`insert into post (group_id, author_id, title, body, search_key, published)
            select ${groupId}::uuid, ${authorId}::uuid, ${title}, ${body}, ${fold(`${title} ${body}`)}, ${published}
            from guard returning id`,
        },
      ],
      data: sql`(select jsonb_build_object('id', id) from made)`,
      events: [{ event: "post.created", groupId, after: { title, published } }],
    };
  },
};

const create = command<Creating, FoundSituation | null, CreatePostAnswer, { id: string }>(creatingPost);

/** Writes a post; `data` holds its id. The portal itself, which builds worlds, names an author. */
export function createPost(
  viewer: Viewer,
  input: CreatePostInput,
  authorId: string | null = null,
): Promise<Outcome<CreatePostAnswer, { id: string }>> {
  return create(viewer, { input, authorId: isSite(viewer) ? authorId : (viewer.account?.id ?? null) });
}
