/** What every verb on a post, and on a reply to it, asks first. */
import { doorOf } from "@/lib/policy/answers/door";
import type { PostVerbFacts } from "@/lib/policy/answers/posts";
import { seesPost } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import type { FoundPost } from "../facts";

export function postDoor(viewer: Viewer, found: FoundPost | null): Omit<PostVerbFacts, "permitted"> {
  return {
    ...doorOf(viewer, found?.situation ?? null),
    views: found !== null && seesPost(viewer, found.situation, found.facts),
  };
}

/** Versions of the group; the actor's and the policy's are asked by the gate itself. */
export const versionsOf = (found: FoundPost | null) => ({
  groups: found ? { [found.group.id]: found.group.version } : {},
});
