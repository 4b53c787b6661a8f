import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./fold";

describe("fold", () => {
  it.each([
    ["Scouts", "scouts"],
    ["  The   Watch ", "the watch"],
    ["Ærø Łódź Đặng", "aero lodz dang"],
    ["Éclair", "eclair"],
    ["Straße", "strasse"],
    ["ＦＵＬＬ", "full"],
    ["ΟΔΟΣ οδος", "οδοσ οδοσ"],
    ["İstanbul ısı", "istanbul isi"],
    ["がぎ", "がぎ"],
    ["हिन्दी", "हिन्दी"],
  ])("folds %j to %j", (text, key) => {
    expect(fold(text)).toBe(key);
  });

  it("T17 gives one key to one name however it is composed", () => {
    expect(fold("e\u0301clair")).toBe(fold("\u00e9clair"));
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
