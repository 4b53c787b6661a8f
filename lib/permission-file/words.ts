/** A difference in sentences, gathered by what it concerns. Pure. */
import { globalPermission, groupPermission } from "@/lib/policy/catalogue";
import type { TableChange } from "./difference";
import type { Facts } from "./facts";
import { DEFAULTS, type FileColumn, type GroupType, type TypeSettings } from "./tables";

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly sign: "+" | "−" | "·";
  readonly words: string;
  /** something goes for good */
  readonly grave: boolean;
}

const line = (sign: Line["sign"], words: string, grave = false): Line => ({ sign, words, grave });

export function sectionsOf({ changes, holders }: Pick<Facts, "changes" | "holders">): Section[] {
  const sections = new Map<string, Line[]>();
  for (const change of changes) {
    const title = titleOf(change);
    sections.set(title, [...(sections.get(title) ?? []), ...linesOf(change, holders)]);
  }
  return [...sections].map(([title, lines]) => ({ title, lines }));
}

function titleOf(change: TableChange): string {
  if (change.kind === "types-ordered") return "Group types";
  if ("type" in change) return `Group type ${titled(change.type)}`;
  return "Global roles";
}

const titled = ({ name, label }: { readonly name: string; readonly label: string }): string =>
  label.toLowerCase() === name ? label : `${label} (${name})`;

function linesOf(change: TableChange, holders: Facts["holders"]): Line[] {
  switch (change.kind) {
    case "role-created":
      return [line("+", `New global role ${titled(change.role)}.`)];
    case "role-relabelled":
    case "column-relabelled":
      return [line("·", `“${change.before}” is called “${change.after}”.`)];
    case "role-deleted":
      return [line("−", `DELETE the global role ${titled(change.role)}, which the file does not name.`, true)];
    case "right": {
      const label = globalPermission(change.permission).label;
      return [line(change.on ? "+" : "−", `${label}: ${change.on ? "for" : "no more for"} ${titled(change.role)}.`)];
    }
    case "roles-ordered":
    case "types-ordered":
    case "columns-ordered":
      return [line("·", `In this order: ${change.after.join(", ")}.`)];
    case "type-created":
      return newType(change.type);
    case "type-edited":
      return settingLines(change.before, change.after);
    case "type-deleted":
      return [
        line(
          "−",
          `DELETE the group type ${titled(change.type)} with its whole table, which the file does not name.`,
          true,
        ),
      ];
    case "column-created":
      return [line("+", `New role ${titled(change.column)}.`)];
    case "column-deleted":
      return [line("−", columnGone(change, holders), true)];
    case "cell":
      return [cellLine(change.on, change.column, change.permission)];
  }
}

function columnGone({ type, column }: Extract<TableChange, { kind: "column-deleted" }>, holders: Facts["holders"]) {
  const held = holders.filter((holder) => holder.type === type.name && holder.role === column.name);
  const people = new Set(held.map(({ accountId }) => accountId)).size;
  const groups = new Set(held.map(({ groupId }) => groupId)).size;
  const who =
    people === 0
      ? "nobody holds it"
      : `${count(people, "person", "people")} in ${count(groups, "group", "groups")} would lose it`;
  return `DELETE the role ${titled(column)}, which the file does not name: ${who}.`;
}

const count = (n: number, one: string, many: string): string => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

function newType(type: GroupType): Line[] {
  return [
    line("+", `New group type ${titled(type)}.`),
    ...type.columns.flatMap((column) => column.permissions.map((permission) => cellLine(true, column, permission))),
  ];
}

function cellLine(on: boolean, column: FileColumn, permission: FileColumn["permissions"][number]): Line {
  const label = groupPermission(permission).label;
  return line(on ? "+" : "−", `${label}: ${on ? "for" : "no more for"} ${columnWords(column)}.`);
}

function columnWords({ kind, name, label, globalRole }: FileColumn): string {
  if (kind === "advanced-outsider") return `${label} (${globalRole}) while outside`;
  return kind === "insider" ? `${label} (${globalRole}) as a member` : titled({ name, label });
}

const ASKED: Readonly<Record<keyof TypeSettings, string>> = {
  label: "Name",
  description: "What it is for",
  content: "What is in its groups",
  creator: "Whoever creates a group",
  defaults: "New groups",
};

function settingLines(before: Partial<TypeSettings>, after: Partial<TypeSettings>): Line[] {
  return (Object.keys(after) as (keyof TypeSettings)[]).map((key) =>
    line("·", `${ASKED[key]}: ${settingWords(key, after)}, before: ${settingWords(key, before)}.`),
  );
}

function settingWords(key: keyof TypeSettings, of: Partial<TypeSettings>): string {
  if (key === "content") return of.content?.join(", ") || "nothing";
  if (key === "creator") {
    const { member = false, roles = [] } = of.creator ?? {};
    if (!member) return "does not become a member";
    return roles.length > 0 ? `becomes a member with ${roles.join(", ")}` : "becomes a member";
  }
  if (key !== "defaults") return of[key] ? `“${of[key]}”` : "nothing";
  return DEFAULTS.filter((flag) => of.defaults?.[flag]).join(", ") || "none of the flags";
}
