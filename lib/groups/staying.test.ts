import { expect, it } from "vitest";
import { type Ground, stayingSentence } from "./staying";

const ground: Ground = { added: false, owner: false, public: false, requestBy: [], keptFor: false, eligibleBy: [] };

it.each<[string, Partial<Ground>, string]>([
  ["a public group", { public: true, requestBy: ["Member"] }, "Public: no rule removes you, whatever roles you lose."],
  ["an owner", { owner: true, keptFor: true }, "You may stay as a site owner."],
  [
    "the right to request",
    { requestBy: ["Member", "Crew"] },
    "You stay while you hold Member or Crew, which lets you be in groups that are not public.",
  ],
  [
    "both",
    { requestBy: ["Member"], keptFor: true, eligibleBy: ["Blue"] },
    "You stay while you hold Member, which lets you be in groups that are not public, and Blue, which this group is kept for.",
  ],
  [
    "eligibility alone",
    { keptFor: true, eligibleBy: ["A", "B", "C"] },
    "You stay while you hold A, B or C, which this group is kept for.",
  ],
  [
    "neither, of whoever made it or joined while it was public,",
    { keptFor: true },
    "No role of yours keeps you here, so no rule takes you out for losing one.",
  ],
  [
    "neither, of whoever was added,",
    { added: true, keptFor: true },
    "You were put here by somebody, and no role of yours keeps you here.",
  ],
])("%s says what one's place rests on", (_what, given, sentence) => {
  expect(stayingSentence({ ...ground, ...given })).toBe(sentence);
});
