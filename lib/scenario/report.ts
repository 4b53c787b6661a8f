/** What a run says to people: one line for each step that failed, and how many scenarios did. */
import type { StepResult } from "./played";
import type { Ran } from "./run";
import type { Step } from "./shape";

export function reportLines(ran: readonly Ran[]): string[] {
  const failed = ran.filter(({ result }) => !result.passed);
  return [...failed.flatMap(failureLines), `${ran.length - failed.length} scenarios passed, ${failed.length} failed`];
}

/** One for each step that was answered otherwise. */
export function failureLines({ job, result: { file, name, steps } }: Ran): string[] {
  return steps
    .filter(({ ok }) => !ok)
    .map((given) => {
      const step = job.scenario.steps[given.step - 1];
      const what = step ? ` ${wordsOf(step)}` : "";
      return `${file}: ${name}: step ${given.step}${what}: got ${told(given.got)}${why(given, step)}, want ${told(given.want)}`;
    });
}

function why({ because }: StepResult, step?: Step): string {
  if (!because) return "";
  const wanted = step?.kind === "can" && step.because ? ` instead of ${told(step.because)}` : "";
  return ` because ${told(because)}${wanted}`;
}

const told = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** `alice join scouts` */
export function wordsOf(step: Step): string {
  if (step.kind === "state") return "state";
  if (step.kind === "can") return [step.as, "can", step.can, step.group ?? step.post].filter(Boolean).join(" ");
  const named = Object.values(step.keys).filter((said) => typeof said === "string");
  return [step.as, step.do, ...named].filter(Boolean).join(" ");
}
