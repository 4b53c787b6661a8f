import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameField, tidyName } from "./name";

const nameOf = (raw: string) => {
  const tidied = tidyName(raw);
  return "name" in tidied ? tidied.name : null;
};
const problemOf = (raw: string) => {
  const tidied = tidyName(raw);
  return "problem" in tidied ? tidied.problem : null;
};

describe("T17 names", () => {
  it.each([
    ["  Alice   Ames ", "Alice Ames"],
    ["Ａｌｉｃｅ", "Alice"],
    ["e\u0301ric", "éric"],
    ["Αλίκη", "Αλίκη"],
    ["محمد علي", "محمد علي"],
    ["हिन्दी", "हिन्दी"],
    ["🦊 Fox", "🦊 Fox"],
    ["❤\ufe0f", "❤\ufe0f"],
    ["a\u00a0b", "a b"],
    ["<b>Bold</b>", "<b>Bold</b>"],
    ["O’Brien", "O’Brien"],
  ])("takes %j as %j", (raw, name) => {
    expect(nameOf(raw)).toBe(name);
  });

  it.each([
    ["a\u0000b", "U+0000"],
    ["a\nb", "U+000A"],
    ["a\tb", "U+0009"],
    ["a\u200bb", "U+200B"],
    ["a\u200db", "U+200D"],
    ["\u202eevil", "U+202E"],
    ["a\u2066b", "U+2066"],
    ["a\u00adb", "U+00AD"],
    ["a\ufeffb", "U+FEFF"],
    ["a\u2028b", "U+2028"],
    ["a\u{e0041}b", "U+E0041"],
    ["a\ufe0fb", "U+FE0F"],
    ["\u3164", "U+1160"],
    ["\u2800", "U+2800"],
    ["a\ud800", "U+D800"],
  ])("refuses %j and names %s", (raw, code) => {
    expect(problemOf(raw)).toContain(code);
  });

  it.each(["", "   ", "\u0301\u0301", "a\u0301\u0302\u0303\u0304\u0305\u0306", "x".repeat(81), "x".repeat(1_000_000)])(
    "refuses what is no name (%#)",
    (raw) => {
      expect(nameOf(raw)).toBeNull();
    },
  );

  it("counts characters, not bytes", () => {
    expect(nameOf("🦊".repeat(80))).toBe("🦊".repeat(80));
    expect(nameOf("🦊".repeat(81))).toBeNull();
    expect(nameOf("\ufdfa".repeat(5))).toBeNull();
  });

  it("takes its own answer unchanged", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (raw) => {
        const name = nameOf(raw);
        if (name === null) return;
        expect(nameOf(name)).toBe(name);
        expect(name).not.toMatch(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it("says the problem at the field", () => {
    expect(nameField.safeParse("a\u200bb").error?.issues[0]?.message).toContain("invisible");
    expect(nameField.safeParse(7).success).toBe(false);
  });
});
