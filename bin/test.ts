// Promise: every check that the project has, or the parts that were asked for; one last line that counts, and an exit code to trust.
import { Halt } from "./halt";
import { seconds } from "./step";
import { type Count, check } from "./test/count";
import { type Part, parts } from "./test/parts";
import { stopTool } from "./test/tool";

/** Ends the process: 0 only if nothing failed. */
export async function runTests(asked: string[]): Promise<void> {
  const unknown = asked.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    console.error(`There is no part “${unknown.join(", ")}”; there are ${parts.map(({ name }) => name).join(", ")}.`);
    process.exit(1);
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stopTool().then(() => process.exit(1)));
  const chosen = parts.filter(({ name }) => asked.length === 0 || asked.includes(name));
  const lines: string[] = [];
  const broken: string[] = [];
  const total: Count = { passed: 0, failed: 0 };
  for (const part of chosen) {
    console.log(`\n── ${part.what}`);
    const begun = performance.now();
    const { passed, failed, names = [] } = await runPart(part);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) broken.push(...(names.length > 0 ? names : [part.what]).map((name) => `failed: ${name}`));
    const time = seconds(performance.now() - begun);
    lines.push(`${part.what.padEnd(32)}${time}  ${passed} passed, ${failed} failed`);
  }
  console.log(`\n${[...lines, ...broken].join("\n")}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}

/** A part that breaks has failed; the others still run. */
async function runPart(part: Part): Promise<Count> {
  try {
    return await part.run();
  } catch (error) {
    console.error(error instanceof Halt ? error.message : error);
    return check(false);
  }
}
