import { expect, it } from "vitest";
import { countPlaywright, countVitest, settle } from "./count";

it("counts a test file that could not be loaded as a failure", () => {
  const testResults = [
    { status: "passed", assertionResults: [{}, {}] },
    { status: "failed", assertionResults: [] },
  ];
  expect(countVitest({ numPassedTests: 2, numFailedTests: 0, testResults })).toEqual({ passed: 2, failed: 1 });
});

it("counts what passes only the second time as a failure", () => {
  expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 2 } })).toEqual({ passed: 4, failed: 3 });
});

it("never calls a part green that ended badly or said nothing", () => {
  expect(settle({ passed: 5, failed: 0 }, false)).toEqual({ passed: 5, failed: 1 });
  expect(settle({ passed: 5, failed: 2 }, false)).toEqual({ passed: 5, failed: 2 });
  expect(settle({ passed: 5, failed: 0 }, true)).toEqual({ passed: 5, failed: 0 });
  expect(settle(undefined, true)).toEqual({ passed: 0, failed: 1 });
});
