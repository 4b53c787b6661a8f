/**
 * Scenarios on the portal's own tables: as they are, and as they would be with changes that are not saved. They are played
 * in private tables of one connection, so that nothing of the portal is locked, read by others or written.
 */

import { sql } from "drizzle-orm";
import pino from "pino";
import { openPrivateWorld, type PrivateWorld } from "@/db/private-store";
import type { Tables } from "@/lib/permission-file/tables";
import type { Portal } from "@/lib/portal";
import { PolicyMemory } from "@/lib/session/policy-memory";
import { WorldRefused } from "../build";
import { momentAfter } from "../clock";
import { namesIn } from "../names";
import { playedOn, type StepResult } from "../played";
import { pathOf } from "../problem";
import { wordsOf } from "../report";
import type { Because, Scenario } from "../shape";
import { type Ground, Stage } from "../stage";
import type { UnsavedChange } from "./changes";
import { onPresentTables, type Replaced, withChanges } from "./present";

export const MOST_SCENARIOS = 20;
export const MOST_STEPS = 300;

/** Milliseconds that one run may take altogether. */
const LONGEST = 45_000;

export interface TriedStep {
  readonly step: number;
  readonly words: string;
  readonly want: string;
  readonly now: Given;
  /** null where nothing is changed */
  readonly changed: Given | null;
  /** passes as the tables are, and would not with the changes */
  readonly breaks: boolean;
}

interface Given {
  readonly ok: boolean;
  readonly got: string;
}

export interface TriedScenario extends Omit<Replaced, "scenario"> {
  readonly name: string;
  readonly steps: readonly TriedStep[];
  /** the world cannot be built on these tables: what is wrong, and there are no steps */
  readonly problems: readonly string[];
}

export interface Trial {
  readonly scenarios: readonly TriedScenario[];
  /** changes that are none: no such cell, or an impossible one */
  readonly unfit: readonly UnsavedChange[];
}

export interface Where {
  readonly url: string;
  /** runs under one key are one after another */
  readonly key: string;
  readonly path?: string;
  /** milliseconds */
  readonly longest?: number;
}

/** `busy`: somebody runs some under this key already; `too-long`: it was broken off. `path` and `longest` are for tests. */
export async function tryScenarios(
  { url, key, path, longest = LONGEST }: Where,
  scenarios: readonly Scenario[],
  { present, changes }: { readonly present: Tables; readonly changes: readonly UnsavedChange[] },
): Promise<Trial | "busy" | "too-long"> {
  const { tables, unfit } = withChanges(present, changes);
  const changed = changes.length > unfit.length ? tables : null;
  const world = await openPrivateWorld(url, path);
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    void world.end();
  }, longest);
  try {
    if (!(await world.claim(`scenarios ${key}`))) return "busy";
    const tried: TriedScenario[] = [];
    for (const scenario of scenarios) tried.push(await tryOne(world, scenario, present, changed));
    return { scenarios: tried, unfit };
  } catch (error) {
    if (!late) throw error;
    return "too-long";
  } finally {
    clearTimeout(limit);
    await world.end();
  }
}

async function tryOne(world: PrivateWorld, scenario: Scenario, present: Tables, changed: Tables | null) {
  const { scenario: asIs, ...replaced } = onPresentTables(scenario, present);
  const now = await play(world, asIs);
  const after = changed && (await play(world, onPresentTables(scenario, changed).scenario));
  const problems = [...new Set([...now.problems, ...(after?.problems ?? [])])];
  const steps = problems.length > 0 ? [] : now.steps.map((step, n) => tried(scenario, step, after?.steps[n] ?? null));
  return { name: scenario.name, ...replaced, problems, steps };
}

function tried(scenario: Scenario, now: StepResult, changed: StepResult | null): TriedStep {
  const step = scenario.steps[now.step - 1];
  const given = ({ ok, got, because }: StepResult): Given => ({
    ok,
    got: told(got) + (because ? ` (${whyOf(because)})` : ""),
  });
  return {
    ...{ step: now.step, words: step ? wordsOf(step) : "", want: told(now.want), now: given(now) },
    ...{ changed: changed && given(changed), breaks: now.ok && changed?.ok === false },
  };
}

/** `granted, as outsider, by outsider:blue` */
function whyOf({ rule, audience, roles = [] }: Because): string {
  const parts = [rule, audience && `as ${audience}`, roles.length > 0 && `by ${roles.join(", ")}`];
  return parts.filter(Boolean).join(", ");
}

const told = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

interface Played {
  readonly steps: readonly StepResult[];
  readonly problems: readonly string[];
}

async function play(world: PrivateWorld, scenario: Scenario): Promise<Played> {
  const missing = namesIn(scenario).map(({ path, message }) => `${pathOf(path)}: ${message}`);
  if (missing.length > 0) return { steps: [], problems: missing };
  await world.begin();
  try {
    const stage = await Stage.on(groundOf(world), scenario);
    return { steps: (await playedOn(stage, scenario)).steps, problems: [] };
  } catch (error) {
    if (!(error instanceof WorldRefused)) throw error;
    return { steps: [], problems: [`${error.path}: the portal refuses this: ${error.answer}`] };
  }
}

function groundOf(world: PrivateWorld): Ground {
  const portal: Portal = { store: world.store, masks: new PolicyMemory(), log: pino({ level: "silent" }) };
  return {
    async portalAt(minutes) {
      await world.setClock(momentAfter(minutes));
      return portal;
    },
    // The next one begins with tables of its own.
    leave: async () => {},
  };
}

/** Whether the portal's role may make tables of its own for as long as it is connected. */
export async function mayTryScenarios({ store }: Portal): Promise<boolean> {
  const [row] = await store.reader.rows<{ may: boolean }>(
    sql`select has_database_privilege(current_user, current_database(), 'TEMPORARY') as may`,
  );
  return row?.may === true;
}
