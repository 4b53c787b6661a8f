import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contrast, MARKS, type Pairing, WORDS } from "./_ui/contrast";
import { COLOURS, GROUNDS, IVORY } from "./_ui/pictures";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const themes = ["light", "dark"] as const;

type Tokens = ReadonlyMap<string, Record<(typeof themes)[number], string>>;

function tokensIn(text: string): Tokens {
  const found = [...text.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)];
  return new Map(found.map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]));
}

/** Every pair that is too close, in either theme. */
function tooClose(tokens: Tokens, pairings: readonly Pairing[], least: number): string[] {
  const colour = (name: string, theme: (typeof themes)[number]) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`no token ${name}`);
    return token[theme];
  };
  return pairings.flatMap((pairing) =>
    pairing.on.flatMap((ground) =>
      themes
        .filter((theme) => !(contrast(colour(pairing.colour, theme), colour(ground, theme)) >= least))
        .map((theme) => `${pairing.colour} on ${ground} by ${theme}`),
    ),
  );
}

const tokens = tokensIn(css);

describe("the colours", () => {
  it("of words read on every ground that they are written on", () => {
    expect(tooClose(tokens, WORDS, 4.5)).toEqual([]);
  });

  it("of edges, states and the focus show on every ground that they are drawn on", () => {
    expect(tooClose(tokens, MARKS, 3)).toEqual([]);
  });

  it("are all declared in the shape that this test reads", () => {
    const declared = [...css.matchAll(/^\s+--([\w-]+):/gm)].map(([, name]) => name);
    expect([...tokens.keys()]).toEqual(declared);
  });
});

describe("a bad token", () => {
  const pairs = [...WORDS, ...MARKS].flatMap(({ colour, on }) => on.map((ground) => [colour, ground] as const));
  const met = new Map([...pairs.map(([a, b]) => [b, a] as const), ...pairs]);

  it.each([...met].flatMap((pair) => themes.map((theme) => [...pair, theme] as const)))(
    "is found: %s, no other than %s by %s",
    (name, other, theme) => {
      const token = { light: "", dark: "", ...tokens.get(name), [theme]: tokens.get(other)?.[theme] ?? "" };
      const bad = new Map(tokens).set(name, token);
      const found = [...tooClose(bad, WORDS, 4.5), ...tooClose(bad, MARKS, 3)];
      expect(found.filter((told) => told.endsWith(theme))).not.toEqual([]);
    },
  );

  it("is found in the stylesheet itself", () => {
    const spoilt = css.replace(/--muted: light-dark\(#[0-9a-f]{6}/, "--muted: light-dark(#b8b8b0");
    expect(spoilt).not.toBe(css);
    expect(tooClose(tokensIn(spoilt), WORDS, 4.5)).toContain("muted on paper by light");
  });

  it("is told by numbers that others have calculated as well", () => {
    expect(contrast("#777777", "#808080")).toBeLessThan(1.3);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
    expect(contrast("rgb(0, 0, 0)", "#ffffff")).toBeCloseTo(21);
  });
});

/** `hover:bg-well text-ink` → [hover, well] or ["", ink]. */
function namesIn(classes: string, kind: "bg" | "text"): { when: string; name: string }[] {
  const one = new RegExp(`(?<=^|\\s)([\\w=\\[\\]:-]*:)?${kind}-(${[...tokens.keys()].join("|")})(?=$|\\s)`, "g");
  return [...classes.matchAll(one)].map(([, when = "", name = ""]) => ({ when, name }));
}

/** What is written on what within one list of classes: by state, and what has no state of its own stays as it was. */
function pairsIn(classes: string): string[] {
  const [grounds, words] = [namesIn(classes, "bg"), namesIn(classes, "text")];
  const inState = (all: typeof words, when: string) => {
    const own = all.filter((one) => one.when === when);
    return own.length > 0 ? own : all.filter((one) => one.when === "");
  };
  const states = new Set([...grounds, ...words].map(({ when }) => when));
  return [...states].flatMap((when) =>
    inState(grounds, when).flatMap((ground) => inState(words, when).map((word) => `${word.name} on ${ground.name}`)),
  );
}

describe("a list of classes", () => {
  it("is read state by state", () => {
    expect(pairsIn("bg-panel text-danger hover:bg-danger hover:text-on-danger")).toEqual([
      "danger on panel",
      "on-danger on danger",
    ]);
    expect(pairsIn("bg-panel text-ink aria-[current=page]:bg-well")).toEqual(["ink on panel", "ink on well"]);
  });

  it("writes nothing on a ground that is not held here", () => {
    const held = new Set(WORDS.flatMap(({ colour, on }) => on.map((ground) => `${colour} on ${ground}`)));
    const app = new URL(".", import.meta.url).pathname;
    const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx"));
    const found = files.flatMap((file) =>
      [...readFileSync(join(app, file), "utf8").matchAll(/["`]([^"`\n]+)["`]/g)].flatMap(([, classes = ""]) =>
        pairsIn(classes).map((pair) => ({ file, pair })),
      ),
    );
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(({ pair }) => !held.has(pair))).toEqual([]);
  });
});

it.each(COLOURS)("signs show on the group's ground of %s", (name) => {
  expect(contrast(GROUNDS[name], IVORY)).toBeGreaterThanOrEqual(4.5);
});
