/** What somebody who stands like this could do in a group of a type, by the table of now and by a changed one. Pure. */
import { groupPermissionsOf } from "@/lib/policy/catalogue";
import { decide } from "@/lib/policy/decide";
import type { Decision, Policy, PolicyViewer, Situation, TypeTable } from "@/lib/policy/facts";
import { policyViewer, VISITOR } from "@/lib/policy/viewer";
import { changedTable } from "./effect/flips";
import type { CellChange } from "./schema-cell";

export interface Subject {
  readonly stands: "visitor" | "outsider" | "member";
  readonly leads: boolean;
  /** global roles */
  readonly holds: readonly string[];
  /** custom roles on the membership */
  readonly roles: readonly string[];
  /** how the group is */
  readonly hidden: boolean;
  readonly published: boolean;
}

export interface SimulatedRow {
  readonly key: string;
  readonly label: string;
  readonly section: string;
  readonly now: Decision;
  readonly after: Decision;
}

export function simulate(
  policy: Policy,
  table: TypeTable,
  changes: readonly CellChange[],
  subject: Subject,
): SimulatedRow[] {
  const changed = changedTable(table, changes);
  const viewer = viewerOf(policy, subject);
  return groupPermissionsOf([...(table.content ?? [])]).map(({ key, label, section }) => ({
    ...{ key, label, section },
    now: decide(viewer, situationOf(table, subject), key),
    after: decide(viewer, situationOf(changed, subject), key),
  }));
}

function viewerOf(policy: Policy, { stands, holds }: Subject): PolicyViewer {
  if (stands === "visitor") return VISITOR;
  const known = holds.filter((role) => policy.globalRoles.has(role));
  return policyViewer(policy, { id: "somebody", active: true, owner: false }, known);
}

function situationOf(table: TypeTable, { stands, leads, roles, hidden, published }: Subject): Situation {
  return {
    group: {
      ...{ id: "some-group", type: table.type, internal: false, hidden, open: false, public: false },
      ...{ restricted: false, published, eligibleRoles: [], confers: [], creatorId: null },
    },
    table,
    standing: {
      ...{ member: stands === "member", leads, pending: null },
      roles: stands === "member" ? roles.filter((role) => table.columns.get(role)?.kind === "custom") : [],
    },
  };
}
