import { expect, it } from "vitest";
import { isLaidOut } from "./markdown-limits";

it("lays out what people write, long as it may be", () => {
  const chapter =
    "## A heading\n\n> > Quoted twice\n\n- one\n  - two\n    - three\n\n| a | b |\n|---|---|\n| **1** | `2` |\n\n";
  expect(isLaidOut(chapter.repeat(100))).toBe(true);
  expect(isLaidOut("Plain words. ".repeat(3_800))).toBe(true);
  expect(isLaidOut("")).toBe(true);
});

// Each of them took a second to a minute to lay out.
it.each([
  ["quotes inside one another", ">".repeat(50_000)],
  ["quotes with room between", `${"> ".repeat(2_000)}x`],
  ["lists inside one another", "- ".repeat(25_000)],
  ["numbered lists inside one another", "1. ".repeat(40)],
  ["both in turns", "> - ".repeat(20)],
  ["steps to the right", Array.from({ length: 200 }, (_, n) => `${"  ".repeat(n)}- a`).join("\n")],
  ["a very wide table", "|a".repeat(10_000)],
  ["a very long table", "|a|b|\n".repeat(8_000)],
  ["notes upon notes", "[^1]".repeat(10_000)],
  ["links that never end", "[a](b".repeat(9_000)],
  ["nothing but definitions", "[a]: b\n".repeat(7_000)],
  ["addresses", "a@".repeat(25_000)],
  ["tags", "<a ".repeat(16_000)],
  ["emphasis", "**a _b ".repeat(7_000)],
  ["lines", "- a\n".repeat(12_000)],
])("shows letter by letter: %s", (_, text) => expect(isLaidOut(text)).toBe(false));
