import { existsSync, readFileSync } from "node:fs";

/** `names`: what failed, as far as a report tells. */
export type Count = { passed: number; failed: number; names?: readonly string[] };

export const check = (ok: boolean): Count => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** A part that ended badly has failed at least once, whatever its report says; a part without a report has failed. */
export function settle(count: Count | undefined, ok: boolean): Count {
  if (!count) return check(false);
  const silent = !ok && count.failed === 0;
  return silent ? { ...count, failed: 1 } : count;
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
};

/** A file that could not be loaded counts as one failure. */
export function countVitest(report: VitestReport): Count {
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => `${fullName} (${name})`),
  );
  const names = [...unloaded.map(({ name }) => name), ...failed];
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length, names };
}

type Suite = { suites?: Suite[]; specs?: { title: string; ok: boolean }[] };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; suites?: Suite[] };

/** What passes only the second time has failed. */
export function countPlaywright({ stats, suites = [] }: PlaywrightReport): Count {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, names: suites.flatMap(failedIn) };
}

function failedIn({ suites = [], specs = [] }: Suite): string[] {
  return [...specs.filter(({ ok }) => !ok).map(({ title }) => title), ...suites.flatMap(failedIn)];
}

export function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
