import { expect, it } from "vitest";
import { countPlaywright, countVitest, settle } from "./count";

it("counts a test file that could not be loaded as a failure", () => {
  const testResults = [
    { name: "a.test.ts", status: "passed", assertionResults: [] },
    { name: "b.test.ts", status: "failed", assertionResults: [] },
  ];
  const count = countVitest({ numPassedTests: 2, numFailedTests: 0, testResults });
  expect(count).toEqual({ passed: 2, failed: 1, names: ["b.test.ts"] });
});

it("counts what passes only the second time as a failure", () => {
  expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 2 } })).toMatchObject({ passed: 4, failed: 3 });
});

it("names what failed, wherever it stands in the report", () => {
  const assertionResults = [
    { status: "passed", fullName: "one" },
    { status: "failed", fullName: "two" },
  ];
  const testResults = [{ name: "a.test.ts", status: "failed", assertionResults }];
  expect(countVitest({ numPassedTests: 1, numFailedTests: 1, testResults }).names).toEqual(["two (a.test.ts)"]);
  const inner = { specs: [{ title: "deep", ok: false }] };
  const suites = [{ suites: [inner], specs: [{ title: "fine", ok: true }] }, { specs: [{ title: "flat", ok: false }] }];
  expect(countPlaywright({ stats: { expected: 1, unexpected: 2, flaky: 0 }, suites }).names).toEqual(["deep", "flat"]);
});

it("never calls a part green that ended badly or said nothing", () => {
  expect(settle({ passed: 5, failed: 0 }, false)).toEqual({ passed: 5, failed: 1 });
  expect(settle({ passed: 5, failed: 2 }, false)).toEqual({ passed: 5, failed: 2 });
  expect(settle({ passed: 5, failed: 0 }, true)).toEqual({ passed: 5, failed: 0 });
  expect(settle(undefined, true)).toEqual({ passed: 0, failed: 1 });
});
