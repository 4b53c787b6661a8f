/** Whose answers a change of a table turns: every sort of person and group is asked before and after. Pure. */
import type { GroupPermission } from "@/lib/policy/catalogue";
import { isAdministrator } from "@/lib/policy/ceilings";
import { decide } from "@/lib/policy/decide";
import type { Column, Policy, PolicyViewer, Situation, Standing, TypeTable } from "@/lib/policy/facts";
import { policyViewer, VISITOR } from "@/lib/policy/viewer";
import type { CellChange } from "../schema-cell";
import type { Classes, GroupClass, PeopleClass, StandingClass } from "./classes";

/** `standing` null: everybody of that sort who stands to the group in no way. */
export interface Flip {
  readonly permission: GroupPermission;
  readonly gains: boolean;
  readonly people: string;
  readonly group: string;
  readonly standing: string | null;
}

export interface Flips {
  readonly flips: readonly Flip[];
  /** groups in which people without an account gain or lose something */
  readonly visitors: readonly {
    readonly permission: GroupPermission;
    readonly gains: boolean;
    readonly groups: number;
  }[];
  /** who administers a group as its member, before and after */
  readonly administrators: { readonly before: readonly StandingClass[]; readonly after: readonly StandingClass[] };
}

/** The table as it would be. Cells of columns that are not there change nothing. */
export function changedTable(table: TypeTable, changes: readonly CellChange[]): TypeTable {
  const columns = new Map<string, Column>(table.columns);
  for (const { role, permission, on } of changes) {
    const column = columns.get(role);
    if (!column) continue;
    const permissions = new Set(column.permissions);
    if (on) permissions.add(permission as GroupPermission);
    else permissions.delete(permission as GroupPermission);
    columns.set(role, { ...column, permissions });
  }
  return { ...table, columns };
}

const NO_STANDING: Standing = { member: false, roles: [], leads: false, pending: null };
const SOMEBODY = "somebody";

export function flipsOf(
  policy: Policy,
  tables: [TypeTable, TypeTable],
  classes: Classes,
  asked: GroupPermission[],
): Flips {
  const people = new Map(classes.people.map((one) => [one.key, viewerOf(policy, one)]));
  const groups = new Map(classes.groups.map((one) => [one.key, one]));
  const turned = (viewer: PolicyViewer, group: GroupClass, standing: Standing, creator: boolean) =>
    asked.flatMap((permission) => {
      const [before, after] = tables.map(
        (table) => decide(viewer, situationOf(table, group, standing, creator), permission).allowed,
      );
      return before === after ? [] : [{ permission, gains: after === true }];
    });
  const outside = classes.people.flatMap(({ key }) =>
    classes.groups.flatMap((group) =>
      turned(people.get(key) ?? VISITOR, group, NO_STANDING, false).map((one) => ({
        ...one,
        ...{ people: key, group: group.key, standing: null },
      })),
    ),
  );
  const standing = classes.standings.flatMap((stands) => {
    const [viewer, group] = [people.get(stands.people), groups.get(stands.group)];
    if (!viewer || !group) return [];
    return turned(viewer, group, stands, stands.creator).map((one) => ({
      ...one,
      ...{ people: stands.people, group: stands.group, standing: stands.key },
    }));
  });
  const administers = (table: TypeTable) =>
    classes.standings.filter((stands) => {
      const [viewer, group] = [people.get(stands.people), groups.get(stands.group)];
      if (!viewer || !group) return false;
      return isAdministrator({ viewer, situation: situationOf(table, group, stands, stands.creator) });
    });
  return {
    flips: [...outside, ...standing],
    visitors: visitorsOf(classes, (group) => turned(VISITOR, group, NO_STANDING, false)),
    administrators: { before: administers(tables[0]), after: administers(tables[1]) },
  };
}

type Turned = { permission: GroupPermission; gains: boolean };

function visitorsOf({ groups }: Classes, turnedIn: (group: GroupClass) => Turned[]): Flips["visitors"] {
  const counted = new Map<string, Turned & { groups: number }>();
  for (const group of groups) {
    for (const one of turnedIn(group)) {
      const key = `${one.permission} ${one.gains}`;
      counted.set(key, { ...one, groups: (counted.get(key)?.groups ?? 0) + group.groups });
    }
  }
  return [...counted.values()];
}

function viewerOf(policy: Policy, { owner, roles }: PeopleClass): PolicyViewer {
  return policyViewer(policy, { id: SOMEBODY, active: true, owner }, roles);
}

function situationOf(table: TypeTable, group: GroupClass, standing: Standing, creator: boolean): Situation {
  const { internal, hidden, published, eligibleRoles } = group;
  return {
    group: {
      ...{ id: group.key, type: table.type, internal, hidden, published, eligibleRoles },
      // Neither of them is asked by a decision.
      ...{ open: false, public: false, restricted: false, confers: [] },
      creatorId: creator ? SOMEBODY : null,
    },
    table,
    standing,
  };
}
