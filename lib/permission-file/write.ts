/** The tables as one YAML text: always the same text for the same tables, one permission a line, so that it can be compared. */
import { Document, type Pair, type Scalar, visit, type YAMLMap } from "yaml";
import { FORMAT } from "./schema";
import { customColumns, type FileColumn, type GlobalRole, type GroupType, type Tables } from "./tables";

const HEAD = ` Guildhall: global roles, group types and what they may do. No people and no groups.
 With “absent: delete” whatever a section does not name is deleted; with “absent: keep” it is left as it is.`;

/** `null` leaves a part out: whoever may not administer it neither reads nor writes it. */
export type WritableTables = { readonly [Part in keyof Tables]: Tables[Part] | null };

export function writeTables({ globalRoles, types }: WritableTables): string {
  const document = new Document({
    guildhall: FORMAT,
    absent: "delete",
    ...(globalRoles && { globalRoles: byName(globalRoles, roleContent) }),
    ...(types && { types: byName(types, typeContent) }),
  });
  document.commentBefore = HEAD;
  for (const key of ["globalRoles", "types"]) space(document.contents as YAMLMap, key);
  visit(document, { Scalar: quoteLost });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).replaceAll(LOST, "\\ufffd");
}

/** It stands for a letter that could not be read. A file that has one as such was not written in UTF-8, and is refused. */
const LOST = "\ufffd";

/** Somebody's label may have one all the same; between double quotes it can be spelled out. */
function quoteLost(_key: unknown, node: Scalar): void {
  if (typeof node.value === "string" && node.value.includes(LOST)) node.type = "QUOTE_DOUBLE";
}

/** An empty line before a section and before each of what is in it. */
function space(root: YAMLMap, key: string): void {
  const pairs = root.items as Pair<Scalar, YAMLMap>[];
  for (const pair of pairs.filter((one) => one.key.value === key)) {
    pair.key.spaceBefore = true;
    for (const [n, inner] of ((pair.value?.items ?? []) as Pair<Scalar>[]).entries())
      if (n > 0) inner.key.spaceBefore = true;
  }
}

function byName<T extends { readonly name: string }>(all: readonly T[], contentOf: (one: T) => unknown) {
  return Object.fromEntries(all.map((one) => [one.name, contentOf(one)]));
}

function roleContent({ label, builtIn, permissions }: GlobalRole) {
  return builtIn ? { permissions } : { label, permissions };
}

function typeContent({ label, description, content, creator, defaults, ...type }: GroupType) {
  const tied = (kind: FileColumn["kind"]) =>
    Object.fromEntries(
      type.columns
        .filter((column) => column.kind === kind && column.permissions.length > 0)
        .map(({ globalRole, permissions }) => [globalRole ?? "", permissions]),
    );
  const builtIn = type.columns.filter(({ kind, globalRole }) => kind !== "custom" && globalRole === null);
  return {
    ...{ label, description, content, creator, defaults },
    roles: {
      ...Object.fromEntries(builtIn.map(({ name, permissions }) => [name, permissions])),
      ...byName(customColumns(type), ({ label: title, permissions }) => ({ label: title, permissions })),
    },
    advancedOutsider: tied("advanced-outsider"),
    insider: tied("insider"),
  };
}
