import { DOOR_LINES, OPEN_DOOR, testLines } from "./lines.test-kit";
import { answerCreatePost, answerDeletePost, answerEditPost, answerReply, type PostVerbFacts } from "./posts";

testLines(
  "writing a post",
  answerCreatePost,
  { ...OPEN_DOOR, mayCreate: true },
  [...DOOR_LINES, ["not-permitted", { mayCreate: false }]],
  "created",
);

const fine: PostVerbFacts = { ...OPEN_DOOR, views: true, permitted: true };
const lines = [
  ...DOOR_LINES,
  ["not-found", { views: false }, "a post that one may not view"],
  ["not-permitted", { permitted: false }],
] as const;

testLines("replying to a post", answerReply, fine, lines, "created");
testLines("editing a post", answerEditPost, fine, lines, "changed");
testLines("deleting a post", answerDeletePost, fine, lines, "deleted");
