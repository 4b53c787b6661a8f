import { expect, it } from "vitest";
import { oneLine } from "./one-line";

it.each([
  ["", ""],
  ["Short.", "Short."],
  ["\n\n  First  line\twith   room \nSecond", "First line with room"],
  ["one\r\ntwo", "one"],
])("of %j is %j", (description, line) => {
  expect(oneLine(description)).toBe(line);
});

it("cuts a long line between words, and a long word where it must", () => {
  expect(oneLine(`${"word ".repeat(60)}`)).toBe(`${"word ".repeat(28).trim()}…`);
  expect(oneLine("x".repeat(300))).toBe(`${"x".repeat(140)}…`);
});

it("leaves no half of a letter behind", () => {
  const line = oneLine(`x${"😀".repeat(100)}`);
  expect(line).not.toMatch(/\p{Cs}/u);
  expect(line.endsWith("…")).toBe(true);
});
