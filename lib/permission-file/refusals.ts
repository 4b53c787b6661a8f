/** What of a file the actor may not do, change by change, as the pages would refuse each. Pure. */
import { answerGrant, answerRevoke } from "@/lib/policy/answers/permissions";
import { answerDeleteRole } from "@/lib/policy/answers/roles";
import { globalPermission, groupPermission, possibleForAnonymousRole, possibleIn } from "@/lib/policy/catalogue";
import { mayGrantCell, mayGrantGlobal, mayTakeGlobal, type TypeUse } from "@/lib/policy/ceilings";
import { decideGlobal } from "@/lib/policy/decide";
import type { PolicyViewer } from "@/lib/policy/facts";
import { ANONYMOUS } from "@/lib/policy/viewer";
import { placeOfChange, type TableChange } from "./difference";
import { sectionOf } from "./merge";
import type { Path } from "./read";
import type { FileColumn, GroupType } from "./tables";

export type RefusalWord = "not-permitted" | "built-in" | "has-groups" | "impossible" | "exceeds-own";

export interface Refused {
  readonly word: RefusalWord;
  readonly path: Path;
  /** what was asked for, as a sentence goes on: `granting …` */
  readonly what: string;
}

/** What there is of a type besides its table. */
export interface Use extends TypeUse {
  readonly groups: number;
}

const UNUSED: Use = { confers: [], leads: false, groups: 0 };

export function refusalsOf(
  actor: PolicyViewer,
  changes: readonly TableChange[],
  uses: ReadonlyMap<string, Use>,
): Refused[] {
  return changes.flatMap((change) => {
    const path = placeOfChange(change);
    const refused = (word: string, ok: string, what: string): Refused[] =>
      word === ok ? [] : [{ word: word as RefusalWord, path, what }];
    if (!decideGlobal(actor, rightFor(change)).allowed) return refused("not-permitted", "", whatOf(change));
    if (change.kind === "role-deleted") return refused(deletesRole(actor, change.role), "deleted", whatOf(change));
    if (change.kind === "right") return refused(answerRight(actor, change), "changed", whatOf(change));
    if (change.kind === "type-deleted") {
      const { groups } = uses.get(change.type.name) ?? UNUSED;
      return refused(groups > 0 ? "has-groups" : "", "", whatOf(change));
    }
    if (change.kind === "type-created") return change.type.columns.flatMap((column) => newCells(actor, change, column));
    if (change.kind !== "cell") return [];
    if (!change.on) return refused(answerRevoke({ mayAdminister: true, exceeds: false }), "changed", whatOf(change));
    const use = uses.get(change.type.name) ?? UNUSED;
    return refused(answerCell(actor, change.column, change.permission, use), "changed", whatOf(change));
  });
}

export function rightFor({ kind }: TableChange): "permission.administer" | "type.administer" {
  return kind === "right" || kind.startsWith("role") ? "permission.administer" : "type.administer";
}

function deletesRole(actor: PolicyViewer, { builtIn, permissions }: { builtIn: boolean } & Holds) {
  return answerDeleteRole({ mayAdminister: true, builtIn, exceeds: !mayTakeGlobal(actor, permissions) });
}

type Right = Extract<TableChange, { kind: "right" }>;
type Holds = Pick<Right["role"], "permissions">;

function answerRight(actor: PolicyViewer, { role, permission, on }: Right) {
  if (!on) return answerRevoke({ mayAdminister: true, exceeds: !mayTakeGlobal(actor, [permission]) });
  const possible = role.name !== ANONYMOUS || possibleForAnonymousRole(permission) === true;
  const exceeds = !mayGrantGlobal(actor, permission);
  return answerGrant({ mayAdminister: true, possible, already: false, exceeds });
}

function answerCell(
  actor: PolicyViewer,
  { kind }: FileColumn,
  permission: FileColumn["permissions"][number],
  use: Use,
) {
  const possible = possibleIn(kind, permission) === true;
  const exceeds = !mayGrantCell(actor, { kind, permission }, use);
  return answerGrant({ mayAdminister: true, possible, already: false, exceeds });
}

/** Every cell of a new type is granted by whoever makes it. */
function newCells(actor: PolicyViewer, { type }: { readonly type: GroupType }, column: FileColumn): Refused[] {
  return column.permissions.flatMap((permission) => {
    const word = answerCell(actor, column, permission, UNUSED);
    if (word === "changed") return [];
    const what = cellWords(true, type, column, permission);
    return [{ word, path: ["types", type.name, ...sectionOf(column)], what }];
  });
}

function whatOf(change: TableChange): string {
  switch (change.kind) {
    case "role-created":
      return `the new global role “${change.role.name}”`;
    case "role-relabelled":
      return `another label for “${change.role.name}”`;
    case "role-deleted":
      return `deleting the global role “${change.role.name}”`;
    case "roles-ordered":
    case "types-ordered":
    case "columns-ordered":
      return "another order";
    case "right": {
      const [verb, to] = change.on ? ["granting", "to"] : ["taking", "from"];
      return `${verb} “${globalPermission(change.permission).label}” ${to} “${change.role.name}”`;
    }
    case "type-created":
      return `the new type “${change.type.name}”`;
    case "type-edited":
      return `other settings for the type “${change.type.name}”`;
    case "type-deleted":
      return `deleting the type “${change.type.name}”`;
    case "column-created":
      return `the new role “${change.column.name}” of “${change.type.name}”`;
    case "column-relabelled":
      return `another label for “${change.column.name}” of “${change.type.name}”`;
    case "column-deleted":
      return `deleting the role “${change.column.name}” of “${change.type.name}”`;
    case "cell":
      return cellWords(change.on, change.type, change.column, change.permission);
  }
}

function cellWords(on: boolean, type: GroupType, column: FileColumn, key: FileColumn["permissions"][number]): string {
  const [verb, to] = on ? ["granting", "to"] : ["taking", "from"];
  return `${verb} “${groupPermission(key).label}” ${to} “${column.name}” of “${type.name}”`;
}
