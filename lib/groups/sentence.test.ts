import { describe, expect, it } from "vitest";
import { groupSentence, type SentenceFlags } from "./sentence";

const plain: SentenceFlags = {
  internal: false,
  hidden: false,
  open: true,
  public: true,
  restricted: false,
  published: true,
};
const say = (some: Partial<SentenceFlags>, eligible: string[] = []) => groupSentence({ ...plain, ...some }, eligible);

describe("the sentence of a group", () => {
  it.each<[Partial<SentenceFlags>, string[], string]>([
    [{}, [], "Any account joins at once; the directory shows this group."],
    [{ hidden: true }, [], "Any account with the link joins at once; nobody else can find this group."],
    [{ public: false }, [], "Any account that may request groups joins at once; the directory shows this group."],
    [
      { open: false, hidden: true, public: false },
      ["Blue", "Red"],
      "Any account with the link that holds the role Blue or Red and may request groups can ask to join, and whoever runs the group decides; nobody else can find this group.",
    ],
    [
      { restricted: true },
      [],
      "Any account can ask to join, and a site owner decides; the directory shows this group.",
    ],
    [
      { internal: true, hidden: true },
      [],
      "Only administrators and rules decide who is in this group; nobody can find it, join it, leave it or ask to.",
    ],
  ])("of %j for %j", (some, eligible, sentence) => {
    expect(say(some, eligible)).toBe(sentence);
  });

  it("tells apart all that means something else", () => {
    const bits = [false, true];
    const said = bits.flatMap((hidden) =>
      bits.flatMap((open) =>
        bits.flatMap((isPublic) =>
          bits.flatMap((published) => [
            say({ hidden, open, public: isPublic, published }),
            say({ hidden, open, public: isPublic, published }, ["Blue"]),
          ]),
        ),
      ),
    );
    expect(new Set(said).size).toBe(said.length);
  });

  it("says what is so of every combination, and nothing that is not", () => {
    const names = ["internal", "hidden", "open", "public", "restricted", "published"] as const;
    for (let bits = 0; bits < 2 ** names.length; bits++) {
      const some = Object.fromEntries(names.map((name, n) => [name, (bits & (1 << n)) !== 0]));
      const one = { ...plain, ...some };
      for (const eligible of [[], ["Blue"]]) {
        const said = say(some, eligible);
        const enters = !one.internal;
        expect(said.includes("joins at once"), said).toBe(enters && one.open && !one.restricted);
        expect(said.includes("can ask to join"), said).toBe(enters && (!one.open || one.restricted));
        expect(/site owner/.test(said), said).toBe(one.restricted);
        expect(said.includes("with the link"), said).toBe(enters && one.hidden);
        expect(said.includes("may request groups"), said).toBe(enters && !one.public);
        expect(said.includes("the role Blue"), said).toBe(enters && eligible.length > 0);
        expect(said.includes("nobody else can find"), said).toBe(enters && one.hidden);
        expect(said.includes("the directory shows"), said).toBe(
          enters && !one.hidden && one.published && eligible.length === 0,
        );
        expect(/published/.test(said), said).toBe(!one.published);
      }
    }
  });
});
