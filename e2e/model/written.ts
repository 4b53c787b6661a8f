/** A scenario as the runner reads it, without what a reader would take for granted anyway. */
import { stringify } from "yaml";
import type { Scenario, Step, World } from "@/lib/scenario/shape";

export const written = (scenario: Scenario): string =>
  stringify([plain(scenario)], { lineWidth: 0, flowCollectionPadding: false });

export function plain({ steps, ...world }: Scenario): { [part: string]: unknown; steps: object[] } {
  return {
    ...filled(world),
    types: mapped(world.types, filled),
    accounts: mapped(world.accounts, ({ roles, owner, active }) =>
      filled({ roles, owner: owner || undefined, active: active ? undefined : false }),
    ),
    groups: mapped(world.groups, plainGroup),
    steps: steps.map(plainStep),
  };
}

function plainGroup({ published, leaders, ...group }: World["groups"][string]): object {
  const flags = (["hidden", "open", "public", "restricted"] as const).map((flag) => [flag, group[flag] || undefined]);
  const more = { published: published === false ? false : undefined, leaders: filled(leaders) };
  return filled({ ...group, internal: group.internal ?? true, ...Object.fromEntries(flags), ...more });
}

function plainStep(step: Step): object {
  if (step.kind === "state") return { expect: step.expect };
  const { kind: _, ...said } = step;
  if (step.kind === "can") return said;
  const { as, do: verb, keys, expect } = step;
  return { ...(as && { as }), do: verb, ...keys, expect };
}

/** Without what is empty. */
const filled = (data: object): object =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && !isEmpty(value)));

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

const mapped = <T>(named: { readonly [name: string]: T }, make: (value: T) => object): object =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [name, make(value)]));
