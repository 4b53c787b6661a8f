import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, pageOf } from "./cursor";

const ID = "00000000-0000-4000-8000-000000000001";
const SHAPE = ["number", "text", "id"] as const;

describe("a cursor", () => {
  it("comes back as it was, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.nat(2), (name, tier) => {
        const text = name.replaceAll("\0", "");
        expect(decodeCursor(encodeCursor([tier, text, ID]), SHAPE)).toEqual([`${tier}`, text, ID]);
      }),
    );
  });

  it("fits into an address", () => {
    expect(encodeCursor([0, "Łódź ÿ?>", ID])).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it("is the first page where it is not one of ours", () => {
    fc.assert(fc.property(fc.string(), (text) => decodeCursor(text, SHAPE) === null));
    const wrong = [
      [0, "a"],
      [0, "a", "x"],
      ["0", "a", ID],
      [0, 1, ID],
      [-1, "a", ID],
      [1.5, "a", ID],
      [1e99, "a", ID],
    ];
    const forged = [...wrong, [0, "a\0b", ID], [0, null, ID], [0, "a", ID, 1], [[0], "a", ID]];
    for (const key of forged) expect(decodeCursor(encodeCursor(key as never), SHAPE)).toBeNull();
    for (const text of ["", null, undefined, "x".repeat(5_000), "%%%", "e30", "bnVsbA"]) {
      expect(decodeCursor(text, SHAPE)).toBeNull();
    }
  });
});

describe("a page", () => {
  const cut = (rows: number[]) =>
    pageOf(
      rows,
      2,
      (row) => [row],
      (row) => `line ${row}`,
    );

  it("points behind its last line as long as there is more", () => {
    expect(cut([1, 2, 3])).toEqual({ lines: ["line 1", "line 2"], next: encodeCursor([2]) });
  });

  it("ends where nothing was left over", () => {
    expect(cut([1, 2])).toEqual({ lines: ["line 1", "line 2"], next: null });
    expect(cut([])).toEqual({ lines: [], next: null });
  });
});
