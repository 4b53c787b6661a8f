/** SEMANTICS §10: posts, of which “own” is yes only for the author, and a draft asks another permission. */
import type { Keys } from "@/lib/scenario/verbs";
import { log, logAndTell } from "./chronicle";
import { can, type Decision, decide, sees } from "./decision";
import { seenGroup } from "./group-named";
import { isActive } from "./holding";
import type { Group, Post, State } from "./state";

export interface PostThere {
  readonly post: Post;
  readonly group: Group;
}

export function postOf(state: State, name: string): PostThere | undefined {
  const post = state.posts.get(name);
  const group = post && state.groups.get(post.group);
  return post && group && { post, group };
}

export function decidePost(state: State, who: string, { post, group }: PostThere, permission: string): Decision {
  const isAuthor = post.author === who;
  if (permission === "post.view" && !post.published) {
    const asked = decide(state, who, group, "post.view-unpublished");
    if (asked.allowed || !isAuthor || !sees(state, who, group)) return asked;
    return { allowed: true, rule: "author", audience: asked.audience, roles: [] };
  }
  const asked = decide(state, who, group, permission);
  const isOwn = permission.startsWith("post.") && permission.endsWith("-own");
  return isOwn && asked.allowed && !isAuthor ? { ...asked, allowed: false, rule: "not-granted", roles: [] } : asked;
}

/** A post in a group that one does not see is not there, whatever the decision says. */
export const seesPost = (state: State, who: string, there: PostThere): boolean =>
  sees(state, who, there.group) && decidePost(state, who, there, "post.view").allowed;

export function createPost(state: State, actor: string, keys: Keys<"create-post">): string {
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  if (!can(state, actor, group, "post.create")) return "not-permitted";
  state.posts.set(keys.post, { group: keys.group, author: actor, published: keys.published ?? true });
  log(state, "post.created");
  return "created";
}

export function editPost(state: State, actor: string, keys: Keys<"edit-post">): string {
  const refusal = refused(state, actor, keys.post, "edit");
  if (refusal) return refusal;
  const { post } = postOf(state, keys.post) ?? {};
  if (post) post.published = keys.published ?? post.published;
  logAndTell(state, actor, post?.author ?? "", "post.edited");
  return "changed";
}

export function deletePost(state: State, actor: string, keys: Keys<"delete-post">): string {
  const refusal = refused(state, actor, keys.post, "delete");
  if (refusal) return refusal;
  logAndTell(state, actor, state.posts.get(keys.post)?.author ?? "", "post.deleted");
  state.posts.delete(keys.post);
  return "deleted";
}

/** A post that one may not view is not found by any verb. */
function refused(state: State, actor: string, name: string, verb: "edit" | "delete"): string | null {
  const there = postOf(state, name);
  if (!there || !isActive(state, actor) || !seesPost(state, actor, there)) return "not-found";
  const permitted = [`post.${verb}-any`, `post.${verb}-own`].some(
    (permission) => decidePost(state, actor, there, permission).allowed,
  );
  return permitted ? null : "not-permitted";
}
