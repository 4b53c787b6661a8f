import { expect, it } from "vitest";
import { answersOf, flagsOf } from "./sentence-answers";

it.each(["everybody", "link"] as const)("goes from flags to answers and back: %s", (finds) => {
  for (const enters of ["once", "approval"] as const) {
    expect(answersOf({ hidden: true, ...flagsOf(finds, enters) })).toEqual({ finds, enters });
  }
});

it("leaves hidden as it is where nobody finds the group", () => {
  expect(flagsOf("nobody", "once")).toEqual({ internal: true, open: true });
  expect(answersOf({ internal: true, hidden: true, open: true }).finds).toBe("nobody");
});
