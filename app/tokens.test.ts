import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COLOURS, GROUNDS, IVORY } from "./_ui/pictures";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const found = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)];
const tokens = new Map(found.map(([, name, light, dark]) => [name, { light, dark }]));
const themes = ["light", "dark"] as const;

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function colour(name: string, theme: (typeof themes)[number]): string {
  const hex = tokens.get(name)?.[theme];
  if (!hex) throw new Error(`no token ${name}`);
  return hex;
}

const grounds = ["paper", "panel", "well"];

/** Every pairing of words and ground that a control makes. */
const words: [string, string[]][] = [
  ["ink", [...grounds, "accent-wash", "info-wash", "warning-wash", "danger-wash"]],
  ["muted", [...grounds, "accent-wash"]],
  ["accent", [...grounds, "accent-wash"]],
  ["accent-strong", [...grounds, "accent-wash"]],
  ["on-accent", ["accent", "accent-strong"]],
  ["info", ["info-wash", "panel"]],
  ["warning", ["warning-wash", "panel"]],
  ["danger", [...grounds, "danger-wash"]],
  ["on-danger", ["danger"]],
];

/** What makes a control, its state or its focus recognizable. */
const marks: [string, string[]][] = [
  ["edge", ["paper", "panel"]],
  ["accent", [...grounds, "accent-wash"]],
  ["danger", [...grounds, "danger-wash"]],
  ["info", ["info-wash"]],
  ["warning", ["warning-wash"]],
];

describe.each(themes)("the colours by %s", (theme) => {
  it.each(words.flatMap(([word, on]) => on.map((ground) => [word, ground] as const)))(
    "%s reads on %s",
    (word, ground) => {
      expect(contrast(colour(word, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(marks.flatMap(([mark, on]) => on.map((ground) => [mark, ground] as const)))(
    "%s shows on %s",
    (mark, ground) => {
      expect(contrast(colour(mark, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
    },
  );
});

describe("the tokens", () => {
  it("are each read by this test", () => {
    const declared = [...css.matchAll(/^\s+--([\w-]+):/gm)].map(([, name]) => name);
    expect(found.map(([, name]) => name)).toEqual(declared);
  });

  it("knows a bad pair when it sees one", () => {
    expect(contrast("#777777", "#808080")).toBeLessThan(1.3);
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  });

  it.each(COLOURS)("draws signs that show on %s", (name) => {
    expect(contrast(GROUNDS[name], IVORY)).toBeGreaterThanOrEqual(4.5);
  });
});
