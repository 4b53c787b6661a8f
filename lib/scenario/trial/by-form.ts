import { serverEnv } from "@/lib/env";
import { findTables } from "@/lib/permission-file/queries/find-tables";
import { decideGlobal } from "@/lib/policy/decide";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/session/viewer";
import { readScenarios } from "../read";
import type { TrialForm } from "../schema";
import type { Scenario } from "../shape";
import { changesIn } from "./changes";
import { MOST_SCENARIOS, MOST_STEPS, mayTryScenarios, type Trial, tryScenarios } from "./try-scenarios";

/** The file is wrong: each problem with its place. */
export interface TrialProblems {
  readonly kind: "problems";
  readonly text: string;
  readonly lines: readonly string[];
}
export interface TrialDone extends Trial {
  readonly kind: "tried";
  readonly text: string;
}

type Answer = "not-permitted" | "no-room" | "running" | "too-long" | "invalid" | "tried";
interface Trying {
  readonly answer: Answer;
  readonly done: boolean;
  readonly data: TrialProblems | TrialDone | null;
}

const refused = (answer: Answer): Trying => ({ answer, done: false, data: null });

/** Scenarios as they were sent, on the tables of now and with the changes beside them. */
export async function tryByForm(viewer: Viewer, { text, change }: TrialForm): Promise<Trying> {
  if (!viewer.account || !decideGlobal(viewer, "type.administer").allowed) return refused("not-permitted");
  if (text.trim() === "") throw nothingSent();
  const { scenarios, lines } = readSafely(text);
  if (lines.length > 0) return { answer: "invalid", done: true, data: { kind: "problems", text, lines } };
  if (!(await mayTryScenarios(viewer.portal))) return refused("no-room");
  const { tables: present } = await findTables(viewer.portal.store.reader);
  const where = { url: serverEnv().DATABASE_URL, key: viewer.account.id };
  const trial = await tryScenarios(where, scenarios, { present, changes: changesIn(change) });
  if (trial === "busy") return refused("running");
  if (trial === "too-long") return refused("too-long");
  return { answer: "tried", done: true, data: { kind: "tried", text, ...trial } };
}

const nothingSent = () =>
  new Refusal("invalid", "Choose a file, or paste its text.", { text: "Choose a file, or paste its text." });

function readSafely(text: string): { scenarios: readonly Scenario[]; lines: readonly string[] } {
  try {
    const { scenarios, problems } = readScenarios("", text);
    const steps = scenarios.reduce((sum, { steps: all }) => sum + all.length, 0);
    const many = scenarios.length > MOST_SCENARIOS || steps > MOST_STEPS;
    const tooMany = many ? [`At most ${MOST_SCENARIOS} scenarios with ${MOST_STEPS} steps together run at once.`] : [];
    return {
      scenarios,
      lines: [...problems.map(({ path, message }) => [path, message].filter(Boolean).join(": ")), ...tooMany],
    };
  } catch (error) {
    // What stands for far more than is written: aliases of aliases.
    if (!(error instanceof ReferenceError)) throw error;
    return { scenarios: [], lines: [error.message] };
  }
}
