import { expect, it } from "vitest";
import { exceeds } from "./seen";

const SEEN = {
  ...{ removed: 2, letIn: 2, closed: 2, flagged: 2, dismissed: 2 },
  ...{ reach: 2, unadministered: 2, unled: 2, flaggedAnywhere: 2 },
};

it.each(Object.keys(SEEN) as (keyof typeof SEEN)[])(
  "more %s than was seen is too much, as much or less is not",
  (key) => {
    expect(exceeds({ ...SEEN, [key]: 3 }, SEEN)).toBe(true);
    expect(exceeds({ ...SEEN, [key]: 1 }, SEEN)).toBe(false);
    expect(exceeds(SEEN, SEEN)).toBe(false);
    const { [key]: _, ...rest } = SEEN;
    expect(exceeds({ ...SEEN, [key]: 3 }, rest), "a number that was not kept").toBe(false);
  },
);
