/** What a run says to people: one line for each step that failed, and how many scenarios did. */
import type { Result, StepResult } from "./run";
import type { Step } from "./shape";

export function reportLines(results: readonly Result[], stepsOf: (result: Result) => readonly Step[]): string[] {
  const failing = results.flatMap((result) =>
    result.steps.filter(({ ok }) => !ok).map((step) => failureLine(result, step, stepsOf(result)[step.step - 1])),
  );
  const failed = results.filter(({ passed }) => !passed).length;
  return [...failing, `${results.length - failed} scenarios passed, ${failed} failed`];
}

export function failureLine({ file, name }: Pick<Result, "file" | "name">, result: StepResult, step?: Step): string {
  const what = step ? ` ${wordsOf(step)}` : "";
  return `${file}: ${name}: step ${result.step}${what}: got ${told(result.got)}${why(result, step)}, want ${told(result.want)}`;
}

function why({ because }: StepResult, step?: Step): string {
  if (!because) return "";
  const wanted = step?.kind === "can" && step.because ? ` instead of ${told(step.because)}` : "";
  return ` because ${told(because)}${wanted}`;
}

const told = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** `alice join scouts` */
function wordsOf(step: Step): string {
  if (step.kind === "state") return "state";
  if (step.kind === "can") return [step.as, "can", step.can, step.group ?? step.post].filter(Boolean).join(" ");
  const named = Object.values(step.keys).filter((said) => typeof said === "string");
  return [step.as, step.do, ...named].filter(Boolean).join(" ");
}
