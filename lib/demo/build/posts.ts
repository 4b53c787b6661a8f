/** People write in their groups, one after the other: lists show the newest first. */
import { createPost } from "@/lib/posts/commands/create-post";
import { replyToPost } from "@/lib/posts/commands/replies";
import { WORLD_POSTS } from "../world/posts";
import { must, type Site } from "./site";

export async function buildPosts(site: Site): Promise<void> {
  for (const { by, group, title, body, draft, replies = [] } of WORLD_POSTS) {
    const input = { group: site.group(group), title, body, published: !draft };
    const made = await must(`${by} writing in ${group}`, createPost(await site.as(by), input));
    for (const reply of replies) {
      const answer = { post: made?.id ?? "", body: reply.body };
      await must(`${reply.by} replying in ${group}`, replyToPost(await site.as(reply.by), answer));
    }
  }
}
