/** Questions in words for the tests: random worlds, with names for everything that they hold. */
import type { GroupPermission } from "@/lib/policy/catalogue";
import { type Asking, asking, NOTHING } from "@/lib/policy/proof/worlds.test-kit";
import type { Case } from "./shape";
import type { Who } from "./who";

export const PERSON: Who = { kind: "person", account: "8d1f4a4e-0000-4000-8000-000000000001" };

/** A site owner asks unless somebody else is said to. */
export function caseOf(world: Asking, permission: GroupPermission, differently: Partial<Case> = {}): Case {
  const owner = asking({ ...NOTHING, who: { ...NOTHING.who, owner: true } }).viewer;
  const labels = (names: Iterable<string>) => new Map([...names].map((name) => [name, `The ${name}`]));
  return {
    asker: { viewer: owner, situation: world.situation },
    question: { ...world, permission },
    who: world.viewer.account ? PERSON : { kind: "visitor" },
    name: world.viewer.account ? "Alice" : null,
    own: false,
    group: { slug: "scouts-abc234", name: "Scouts", typeLabel: "Squad" },
    columns: labels(world.situation.table.columns.keys()),
    roles: labels(world.policy.globalRoles.keys()),
    ...differently,
  };
}
