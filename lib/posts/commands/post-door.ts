/** What every verb on a post, and on a reply to it, asks first. */
import { doorOf } from "@/lib/policy/answers/door";
import type { PostVerbFacts } from "@/lib/policy/answers/posts";
import { decidePost, seesPost } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import type { FoundPost } from "../facts";

export function postDoor(viewer: Viewer, found: FoundPost | null): Omit<PostVerbFacts, "permitted"> {
  return {
    ...doorOf(viewer, found?.situation ?? null),
    views: found !== null && seesPost(viewer, found.situation, found.facts),
  };
}

/** `facts` are those of what is tended, post or reply; holding it for any includes one's own. */
export function mayTend(viewer: Viewer, { situation, facts }: FoundPost, doing: "edit" | "delete"): boolean {
  return (["any", "own"] as const).some(
    (whose) => decidePost(viewer, situation, facts, `post.${doing}-${whose}`).allowed,
  );
}

/** Versions of the group; the actor's and the policy's are asked by the gate itself. */
export const versionsOf = (found: FoundPost | null) => ({
  groups: found ? { [found.group.id]: found.group.version } : {},
});
