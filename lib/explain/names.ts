/** How an answer calls whom it speaks of, and what: people, roles and columns by the names that people gave them. */
import { columnTitle } from "@/lib/group-types/sentences";
import type { ColumnKind } from "@/lib/policy/facts";
import type { Case } from "./shape";

export interface Pronouns {
  readonly they: string;
  readonly them: string;
}

export function pronounsOf({ own }: Pick<Case, "own">): Pronouns {
  return own ? { they: "you", them: "you" } : { they: "they", them: "them" };
}

/** At the beginning of a sentence, before “may”. */
export function subjectOf(one: Pick<Case, "own" | "who" | "name" | "roles">): string {
  if (one.own) return "You";
  switch (one.who.kind) {
    case "visitor":
      return "A visitor without an account";
    case "outsider":
      return "Any outsider";
    case "roles":
      return `An outsider with the role${one.who.roles.length > 1 ? "s" : ""} ${andOf(one.who.roles.map((role) => roleLabel(one, role)))}`;
    case "person":
      return one.name ?? "Somebody";
  }
}

export const roleLabel = ({ roles }: Pick<Case, "roles">, name: string): string => roles.get(name) ?? name;

export function columnLabel({ columns }: Pick<Case, "columns">, column: { name: string; kind: ColumnKind }): string {
  return columnTitle({ kind: column.kind, label: columns.get(column.name) ?? column.name });
}

const ORDER: readonly ColumnKind[] = [
  ...(["anonymous", "outsider", "advanced-outsider", "member", "custom", "insider", "leader"] as const),
];

/** What everybody there holds first, then what some hold besides. */
export function inOrder<One extends { readonly kind: ColumnKind }>(columns: readonly One[]): One[] {
  return columns.toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

/** “Blue”, “Blue and Red”, “Blue, Red and Green”. */
export function andOf(words: readonly string[], and = "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${and} ${words.at(-1)}`;
}
