/** Whether the model gives what a scenario expects. */
import type { Because, Scenario, State, Step } from "@/lib/scenario/shape";
import { type CanAnswer, type FullState, Model } from "./model";

/** One line for each step where it does not. */
export function disagreements(scenario: Scenario): string[] {
  const model = new Model(scenario);
  return scenario.steps.flatMap((step, n) =>
    differences(model, step).map((what) => `${scenario.name}: step ${n + 1}: ${what}`),
  );
}

function differences(model: Model, step: Step): string[] {
  if (step.kind === "do") return differing("", model.perform(step), step.expect);
  if (step.kind === "state") return inState(model.perform(step), step.expect);
  const { answer, because }: CanAnswer = model.perform(step);
  return [...differing("", answer, step.expect), ...inBecause(because, step.because ?? {})];
}

function inBecause(got: CanAnswer["because"], want: Because): string[] {
  return (["rule", "audience", "roles"] as const).flatMap((part) =>
    want[part] === undefined ? [] : differing(`${part} `, got?.[part], want[part]),
  );
}

function inState(got: FullState, want: State): string[] {
  const lists = (["members", "pending", "globalRoles", "notified"] as const).flatMap((part) =>
    Object.entries(want[part] ?? {}).flatMap(([name, list]) => differing(`${part} of ${name} `, got[part][name], list)),
  );
  return want.audit === undefined ? lists : [...lists, ...differing("audit ", got.audit, want.audit)];
}

/** Lists in any order. */
function differing(
  what: string,
  got: string | readonly string[] | undefined,
  want: string | readonly string[],
): string[] {
  const [one, other] = [got, want].map((value) => (typeof value === "object" ? value.toSorted().join(", ") : value));
  return one === other ? [] : [`${what}is [${one}], not [${other}]`];
}
