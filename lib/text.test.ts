import { expect, test } from "vitest";
import { textField } from "./text";

const field = textField(10);

test("a text is trimmed, its line ends are one kind, and letters in two parts become one", () => {
  expect(field.parse("  a\r\nb\rc ")).toBe("a\nb\nc");
  expect(field.parse("e\u0301")).toBe("\u00e9");
});

test("T17 what nobody could see is empty, and so no title; within words joiners are kept", () => {
  for (const unseen of ["\u200b", "\u00ad\u2060", "\u3164", "\u2800 \u200d", "\ufeff"])
    expect(field.parse(unseen)).toBe("");
  expect(field.parse("\u{1f468}\u200d\u{1f469}")).toBe("\u{1f468}\u200d\u{1f469}");
  expect(field.parse("\u0645\u06cc\u200c\u062e")).toBe("\u0645\u06cc\u200c\u062e");
});

test("what turns the line around or steers the reader is refused, and so is too much", () => {
  for (const wrong of ["a\u202eb", "a\u0000b", "a\u001b[31m", "a\ud800b"])
    expect(field.safeParse(wrong).error?.issues[0]?.message).toMatch(/invisible control character/);
  expect(field.safeParse("01234567890").error?.issues[0]?.message).toBe("At most 10 characters; this has 11.");
});
