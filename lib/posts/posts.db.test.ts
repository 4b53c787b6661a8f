/** Replies, which no scenario can ask for: who may write them, and whose they are. */
import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { createPost } from "./commands/create-post";
import { deleteReply, editReply, replyToPost } from "./commands/replies";
import { deletePost, editPost } from "./commands/tend-post";
import { createPost as postShape } from "./schema";

const GROUP = "hall-aaaaaa";

let at: World;
beforeEach(async () => {
  at = await peopledWorld({
    types: {
      club: {
        outsider: ["group.view", "post.view"],
        member: ["group.view", "post.view", "post.create", "post.edit-own", "post.delete-own"],
        editor: ["post.edit-any", "post.delete-any"],
      },
    },
    accounts: { root: { owner: true }, otto: {}, una: {}, vera: {}, xeno: {} },
    groups: { hall: { members: { otto: [], una: [], vera: ["editor"] } } },
    posts: { hello: { group: "hall", by: "otto" } },
  });
});

const post = () => at.id("hello");
const reply = async (by: string) => {
  const { data } = await replyToPost(await at.as(by), { post: post(), body: "Well said." });
  if (!data) throw new Error("no reply was made");
  return data.id;
};

it("whoever may write posts may reply, and the post's author is told", async () => {
  expect((await replyToPost(await at.as("una"), { post: post(), body: "Well said." })).answer).toBe("created");
  expect((await replyToPost(await at.as("xeno"), { post: post(), body: "Me too." })).answer).toBe("not-permitted");
  expect(await at.notices("otto")).toEqual(["reply.created hall"]);
  expect(await at.logged()).toEqual(["reply.created hall"]);
});

it("a post that one may not view has nothing to reply to", async () => {
  await at.rows(sql`update post set published = false`);
  expect((await replyToPost(await at.as("una"), { post: post(), body: "Hm." })).answer).toBe("not-found");
  expect((await replyToPost(await at.as("otto"), { post: post(), body: "Hm." })).answer).toBe("created");
  expect((await replyToPost(await at.as("una"), { post: "no id", body: "Hm." })).answer).toBe("not-found");
});

it("one's own reply is one's own, whosoever the post is", async () => {
  const id = await reply("una");
  expect((await editReply(await at.as("otto"), { reply: id, body: "Badly said." })).answer).toBe("not-permitted");
  expect((await editReply(await at.as("una"), { reply: id, body: "Very well said." })).answer).toBe("changed");
  expect((await deleteReply(await at.as("otto"), { reply: id })).answer).toBe("not-permitted");
  expect((await deleteReply(await at.as("una"), { reply: id })).answer).toBe("deleted");
  expect((await deleteReply(await at.as("una"), { reply: id })).answer).toBe("not-found");
  expect(await at.notices("una")).toEqual([]);
});

it("whoever edits and deletes anybody's does so to replies, and their author is told", async () => {
  const id = await reply("una");
  expect((await editReply(await at.as("vera"), { reply: id, body: "Well." })).answer).toBe("changed");
  expect((await deleteReply(await at.as("vera"), { reply: id })).answer).toBe("deleted");
  expect(await at.notices("una")).toEqual(["reply.deleted hall", "reply.edited hall"]);
});

it("an edit that changes nothing is no edit", async () => {
  const id = await reply("una");
  await at.logged();
  await editReply(await at.as("una"), { reply: id, body: "Well said." });
  await editPost(await at.as("otto"), { post: post(), title: "hello" });
  expect(await at.logged()).toEqual([]);
});

it("with a post go its replies", async () => {
  await reply("una");
  expect((await deletePost(await at.as("otto"), { post: post() })).answer).toBe("deleted");
  expect(await at.rows(sql`select 1 from reply`)).toEqual([]);
});

it("an author who has left in the meantime has written nothing", async () => {
  const viewer = await at.as("una");
  await at.rows(sql`delete from membership where account_id = ${at.id("una")}`);
  await at.rows(sql`update account set version = version + 1 where id = ${at.id("una")}`);
  const input = postShape.parse({ group: GROUP, title: "Late" });
  expect((await createPost(viewer, input)).answer).toBe("not-permitted");
  expect((await replyToPost(viewer, { post: post(), body: "Late." })).answer).toBe("not-permitted");
});
