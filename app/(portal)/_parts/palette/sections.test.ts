import { describe, expect, it } from "vitest";
import type { Answer } from "@/app/api/palette/_parts/answer";
import { fits, leads } from "./matching";
import { sectionsOf } from "./sections";

const group = (name: string, standing: "member" | null = null) => ({
  ...{ slug: name.toLowerCase().replaceAll(" ", "-"), name, picture: "hall", colour: "moss", type: "Crew", standing },
});
const START: Answer = {
  groups: ["Anglers", "Bakers", "Choir", "Dyers", "Editors", "Fiddlers"].map((name) => group(name, "member")),
  people: [],
  more: false,
  ways: [
    { kind: "page", label: "Groups", sign: "page", words: "directory", does: { go: "/groups" } },
    { kind: "page", label: "Your account", sign: "page", words: "settings", does: { go: "/account" } },
    { kind: "action", label: "New group", sign: "new", does: { go: "/groups/new" } },
    { kind: "action", label: "New group: Crew", sign: "new", does: { go: "/groups/new?type=crew" }, quiet: true },
  ],
};
const found = (groups: string[], people: string[] = [], more = false): Answer => ({
  groups: groups.map((name) => group(name)),
  people: people.map((name) => ({ id: name, name, own: false })),
  ...{ more, ways: null },
});

/** As lines, `Section: one, two`. */
const shown = (q: string, start: Answer | null, latest: Answer | null, current = true) =>
  sectionsOf(q, start, latest, current).map(
    ({ name, items }) => `${name}: ${items.map(({ label }) => label).join(", ")}`,
  );

describe("fits", () => {
  it("asks of every word that it begins one of theirs, accents and capitals aside", () => {
    expect(fits("ol my", "My olive Ship")).toBe(true);
    expect(fits("OSA", "Ōsaka")).toBe(true);
    expect(fits("live", "My olive Ship")).toBe(false);
    expect(fits("my none", "My olive Ship")).toBe(false);
    expect(fits(" – ", "My olive Ship")).toBe(false);
    expect(leads("my o", "My olive Ship")).toBe(true);
    expect(leads("olive", "My olive Ship")).toBe(false);
  });
});

describe("what stands in the palette", () => {
  it("is at first a few groups of one's own, pages and actions, without the quiet ones", () => {
    expect(shown("", START, null)).toEqual([
      "My groups: Anglers, Bakers, Choir, Dyers, Editors",
      "Pages: Groups, Your account",
      "Actions: New group, Theme: light, Theme: dark, Theme: as the device, Keyboard help",
    ]);
  });

  it("is something even before anything was told", () => {
    expect(shown("", null, null)[0]).toMatch(/^Actions: Theme: light/);
    expect(shown("zzz", null, null)).toEqual([]);
  });

  it("is what was found, one's own first and once, with a way to the rest", () => {
    expect(shown("ba", START, found(["Balladeers", "Bakers"], ["Bart"], true))).toEqual([
      "Groups: Bakers, Balladeers, All groups for “ba”",
      "People: Bart",
    ]);
  });

  it("believes an earlier answer only in what fits by name, and not that there is more", () => {
    expect(shown("bal", START, found(["Balladeers", "Ruined bath"], ["Bart"], true), false)).toEqual([
      "Groups: Balladeers",
    ]);
  });

  it("puts what begins with the words before what only resembles them", () => {
    expect(shown("theme: d", START, found(["Thames"]))).toEqual([
      "Actions: Theme: dark, Theme: as the device, Theme: light",
      "Groups: Thames",
    ]);
    expect(shown("sett", START, found(["Settlers"]))).toEqual(["Groups: Settlers", "Pages: Your account"]);
  });

  it("finds the quiet ones, and others by other words", () => {
    expect(shown("new crew", START, found([]))).toEqual(["Actions: New group: Crew"]);
    expect(shown("directory", START, found([]))).toEqual(["Pages: Groups"]);
  });
});
