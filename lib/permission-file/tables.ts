/** All permission tables of a portal as plain values, in their order: what a file holds, and what is stored. */
import type { GlobalPermission, GroupPermission } from "@/lib/policy/catalogue";
import type { ContentType } from "@/lib/policy/content-rows";
import type { ColumnKind } from "@/lib/policy/facts";

export interface Tables {
  /** the two built-in ones first */
  readonly globalRoles: readonly GlobalRole[];
  readonly types: readonly GroupType[];
}

export interface GlobalRole {
  readonly name: string;
  readonly label: string;
  readonly builtIn: boolean;
  /** in the order of the page */
  readonly permissions: readonly GlobalPermission[];
}

export interface GroupType extends TypeSettings {
  readonly name: string;
  /** built-in ones, custom ones, then those of every custom global role: outside, inside */
  readonly columns: readonly FileColumn[];
}

/** What a type is called, what it has room for, and what its new groups start as. */
export interface TypeSettings {
  readonly label: string;
  readonly description: string;
  readonly content: readonly ContentType[];
  readonly creator: { readonly member: boolean; readonly roles: readonly string[] };
  readonly defaults: Readonly<Record<Default, boolean>>;
}

export interface FileColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly globalRole: string | null;
  readonly label: string;
  readonly permissions: readonly GroupPermission[];
}

export const DEFAULTS = ["internal", "hidden", "open", "public", "published"] as const;
export type Default = (typeof DEFAULTS)[number];

export const customColumns = ({ columns }: Pick<GroupType, "columns">): FileColumn[] =>
  columns.filter(({ kind }) => kind === "custom");

/** The same things in the order of `all`, each once. */
export function inOrderOf<T>(all: readonly T[], some: Iterable<T>): T[] {
  const wanted = new Set(some);
  return all.filter((one) => wanted.has(one));
}
