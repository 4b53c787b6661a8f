import { expect, it } from "vitest";
import { type LinkFacts, linkState } from "./links";

const open: LinkFacts = {
  revoked: false,
  makerActive: true,
  internal: false,
  makerManages: true,
  paused: false,
  expired: false,
  uses: 1,
  maxUses: 2,
};

/** Each line with what makes it true, in the order of asking; all lines below are made true with it. */
const LINES: [ReturnType<typeof linkState>, Partial<LinkFacts>][] = [
  ["revoked", { revoked: true }],
  ["revoked", { makerActive: false }],
  ["unavailable", { internal: true }],
  ["unavailable", { makerManages: false }],
  ["paused", { paused: true }],
  ["expired", { expired: true }],
  ["used-up", { uses: 2 }],
];

it("T33: a link whose token is unknown or whose group is gone is not there", () => {
  expect(linkState(null)).toBe("not-found");
});

it("a link of which nothing speaks is open, with a limit or without", () => {
  expect(linkState(open)).toBe("open");
  expect(linkState({ ...open, uses: 1_000, maxUses: null })).toBe("open");
});

it.each(LINES)("T33: %s by %o alone", (state, facts) => {
  expect(linkState({ ...open, ...facts })).toBe(state);
});

it.each(LINES.map(([state], at) => [at, state] as const))("T33: line %i says %s before those below it", (at, state) => {
  const below: Partial<LinkFacts>[] = LINES.slice(at).map(([, facts]) => facts);
  expect(linkState(Object.assign({}, open, ...below))).toBe(state);
});

it("a limit that was lowered below the uses is used up", () => {
  expect(linkState({ ...open, uses: 3 })).toBe("used-up");
});
