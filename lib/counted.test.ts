import { expect, it } from "vitest";
import { countedText } from "./counted";

it("is nothing where nothing was counted", () => {
  expect(countedText({ removed: 0, lost: [], gained: [0, 0], confers: false })).toBe("");
});

it("names what was counted, so that no number passes for another", () => {
  expect(countedText({ confers: true, removed: 3, closed: 0, lost: [2, 1] })).toBe("confers removed=3 lost=2+1");
  const said: Parameters<typeof countedText>[0][] = [
    { lost: [3] },
    { gained: [3] },
    { lost: [3, 1] },
    { lost: [31] },
    { removed: 3 },
    { confers: true },
  ];
  expect(new Set(said.map((one) => countedText(one))).size).toBe(said.length);
});
