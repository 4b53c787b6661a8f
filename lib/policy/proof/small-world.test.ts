import { expect, it } from "vitest";
import { STRIDE } from "./scale.test-kit";
import { ask } from "./small-world.test-kit";
import { groupKeys } from "./worlds.test-kit";

const counted = new Map<string, number>();

it.each(groupKeys)("every small world is decided as the oracle says: %s", { timeout: 300_000 }, (key) => {
  const { asked, wrong } = ask(key, STRIDE);
  counted.set(key, asked);
  expect(wrong.slice(0, 1)).toEqual([]);
});

it.skipIf(STRIDE > 1)("the small world is the whole one, for every permission", () => {
  const people = 24 * (1 + 7 * 8);
  expect(counted.get("group.edit")).toBe((7 * 4 + 3) * people);
  expect(counted.get("member.join")).toBe((7 * 8 + 3) * people * 2);
  expect([...counted.values()].reduce((sum, some) => sum + some, 0)).toBeGreaterThan(1_500_000);
});
