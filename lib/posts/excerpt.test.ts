import { expect, it } from "vitest";
import { excerptOf } from "./excerpt";

it.each([
  ["", ""],
  [
    "# A *heading*\n\nand **words**, `code` and [a link](https://example.org).",
    "A heading and words, code and a link.",
  ],
  ["- one\n- [x] two\n3. three\n> four", "one two three four"],
  ["```js\nlet a = 1;\n```\nafter", "let a = 1; after"],
  ["snake_case stays, 2 * 3 * 4 too", "snake_case stays, 2 * 3 * 4 too"],
  ["| a | b |\n|---|---|\n| 1 | 2 |", "| a | b | | 1 | 2 |"],
  ["---\nrule", "rule"],
])("of %j is %j", (markdown, excerpt) => expect(excerptOf(markdown)).toBe(excerpt));

it("is cut between words, and never within a letter", () => {
  expect(excerptOf("word ".repeat(100))).toMatch(/^(word ){34,36}?word…$|word…$/);
  expect(excerptOf("👩‍🚀".repeat(200))).not.toMatch(/\p{Cs}/u);
});
