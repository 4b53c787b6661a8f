/** Posting: a post that one may not view is not there for any verb. */
import { answerDoor, type Door } from "./door";

export interface CreatePostFacts extends Door {
  /** holds `post.create` there */
  readonly mayCreate: boolean;
}

export type CreatePostAnswer = "not-found" | "not-permitted" | "created";

export function answerCreatePost(facts: CreatePostFacts): CreatePostAnswer {
  return answerDoor(facts) ?? (facts.mayCreate ? "created" : "not-permitted");
}

export interface PostVerbFacts extends Door {
  /** may view the post: `seesPost` */
  readonly views: boolean;
  /** may do it to this post, by “own” or by “any” */
  readonly permitted: boolean;
}

export type EditPostAnswer = "not-found" | "not-permitted" | "changed";
export type DeletePostAnswer = "not-found" | "not-permitted" | "deleted";

export type ReplyAnswer = "not-found" | "not-permitted" | "created";

/** `permitted`: holds `post.create` there. Tending a reply is answered like tending a post. */
export function answerReply(facts: PostVerbFacts): ReplyAnswer {
  return postRefusal(facts) ?? "created";
}

export function answerEditPost(facts: PostVerbFacts): EditPostAnswer {
  return postRefusal(facts) ?? "changed";
}

export function answerDeletePost(facts: PostVerbFacts): DeletePostAnswer {
  return postRefusal(facts) ?? "deleted";
}

function postRefusal(facts: PostVerbFacts): "not-found" | "not-permitted" | null {
  const shut = answerDoor(facts);
  if (shut) return shut;
  if (!facts.views) return "not-found";
  return facts.permitted ? null : "not-permitted";
}
