/** A scenario whose answers are the model's, performed on a portal: where the two differ. */

import { openStage, type Server } from "@/lib/scenario/cloned";
import type { Because, Scenario, State, Step } from "@/lib/scenario/shape";

/** One thing that is not the same: an answer, or what is missing from a list and what is too much in it. */
export interface Finding {
  /** `answer`, `because.rule`, `members.scouts`, `notified.alice`, `audit` … */
  readonly part: string;
  readonly want: string | readonly string[] | undefined;
  readonly got: string | readonly string[] | undefined;
}

export interface Difference {
  readonly scenario: Scenario;
  /** counted from 0 */
  readonly at: number;
  /** what was done or asked; of a state, the step before it */
  readonly step: Step;
  readonly findings: readonly Finding[];
}

export async function firstDifference(server: Server, scenario: Scenario): Promise<Difference | null> {
  const stage = await openStage(server, scenario);
  try {
    for (const [at, step] of scenario.steps.entries()) {
      const findings = compared(step, await stage.perform(step));
      if (findings.length === 0) continue;
      const cause = (step.kind === "state" && scenario.steps[at - 1]) || step;
      return { scenario, at, step: cause, findings };
    }
    return null;
  } finally {
    await stage.close();
  }
}

interface Given {
  readonly got: string | readonly string[] | State;
  readonly because?: Because | null;
}

function compared(step: Step, { got, because }: Given): Finding[] {
  if (step.kind === "state") return ofState(step.expect, got as State);
  const answer = differing("answer", step.expect, got as string | readonly string[]);
  return step.kind === "do" ? answer : [...answer, ...ofBecause(step.because, because ?? {})];
}

function ofBecause(want: Because | undefined, got: Because): Finding[] {
  return (["rule", "audience", "roles"] as const).flatMap((part) =>
    want?.[part] === undefined ? [] : differing(`because.${part}`, want[part], got[part]),
  );
}

function ofState(want: State, got: State): Finding[] {
  const lists = (["members", "pending", "globalRoles", "notified"] as const).flatMap((part) =>
    Object.entries(want[part] ?? {}).flatMap(([name, list]) => differing(`${part}.${name}`, list, got[part]?.[name])),
  );
  return [...lists, ...differing("audit", want.audit, got.audit)];
}

function differing(part: string, want: Finding["want"], got: Finding["got"]): Finding[] {
  if (typeof want !== "object" || typeof got !== "object") return want === got ? [] : [{ part, want, got }];
  const [missing, more] = [without(want, got), without(got, want)];
  return missing.length + more.length > 0 ? [{ part, want: missing, got: more }] : [];
}

/** As multisets. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((item) => {
    const found = left.indexOf(item);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}
