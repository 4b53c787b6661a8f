/** Every permission there is, once: the pages, the manual, the command line and the tests are made from this list. */
import { CONTENT_TYPES, type ContentPermission, type ContentType, contentRowsOf } from "./content-rows";
import type { ColumnKind } from "./facts";
import { creationRow, FIXED_GLOBAL_ROWS, globalRowsFor } from "./global-rows";
import { FIXED_GROUP_ROWS } from "./group-rows";
import type { GlobalHolder, Holder, Row } from "./row";

export type GlobalPermission = (typeof FIXED_GLOBAL_ROWS)[number]["key"] | `group.create:${string}`;
export type GroupPermission = (typeof FIXED_GROUP_ROWS)[number]["key"] | ContentPermission;
export type GlobalRow = Row<GlobalPermission, GlobalHolder>;
export type GroupRow = Row<GroupPermission, Holder>;

/** Site-wide rights in the order of their page, without those that each type brings along. */
export const GLOBAL_PERMISSIONS: readonly GlobalRow[] = FIXED_GLOBAL_ROWS;

/** All rows that the table of a type can have, every content type included, in the order of the page. */
export const GROUP_PERMISSIONS: readonly GroupRow[] = [...FIXED_GROUP_ROWS, ...CONTENT_TYPES.flatMap(contentRowsOf)];

const CREATE = "group.create:";
const globalRows = new Map<string, GlobalRow>(GLOBAL_PERMISSIONS.map((row) => [row.key, row]));
const groupRows = new Map<string, GroupRow>(GROUP_PERMISSIONS.map((row) => [row.key, row]));
const contentOf = new Map<string, ContentType>(
  CONTENT_TYPES.flatMap((content) => contentRowsOf(content).map((row) => [row.key, content.key] as const)),
);

/** The rows of the global permission page, given the types that exist, in their order. */
export function globalPermissionsOf(types: readonly { readonly name: string; readonly label: string }[]): GlobalRow[] {
  return globalRowsFor(types);
}

/** The rows of one type's table, given the content types switched on for it; a name that is none adds no row. */
export function groupPermissionsOf(content: readonly string[]): GroupRow[] {
  return GROUP_PERMISSIONS.filter(({ key }) => {
    const needed = contentOf.get(key);
    return needed === undefined || content.includes(needed);
  });
}

export function isGroupPermission(text: string): text is GroupPermission {
  return groupRows.has(text);
}

export function isGlobalPermission(text: string): text is GlobalPermission {
  return globalRows.has(text) || (text.startsWith(CREATE) && text.length > CREATE.length);
}

export function isContentPermission(permission: GroupPermission): permission is ContentPermission {
  return contentOf.has(permission);
}

/** The content type whose row this is, null for a row that every type has. */
export function contentTypeOf(permission: ContentPermission): ContentType;
export function contentTypeOf(permission: GroupPermission): ContentType | null;
export function contentTypeOf(permission: GroupPermission): ContentType | null {
  return contentOf.get(permission) ?? null;
}

export function groupPermission(key: GroupPermission): GroupRow {
  const row = groupRows.get(key);
  if (!row) throw new Error(`no such group permission: ${key}`);
  return row;
}

/** The row of a global permission; a type's own is labelled with the type's name. */
export function globalPermission(key: GlobalPermission): GlobalRow {
  const name = key.slice(CREATE.length);
  const row = globalRows.get(key) ?? (isGlobalPermission(key) ? creationRow({ name, label: name }) : undefined);
  if (!row) throw new Error(`no such global permission: ${key}`);
  return row;
}

const MEMBER_ADMINISTRATION: readonly GroupPermission[] = [
  "member.add",
  "member.remove",
  "member.assign-roles",
  "request.decide",
  "link.manage",
];

/** What a cell brings along besides itself; `group.administer` is no implication but a rule of its own. */
export function implies(permission: GroupPermission): readonly GroupPermission[] {
  if (permission === "member.administer") return MEMBER_ADMINISTRATION;
  const own = permission.replace(/-any$/, "-own");
  return own !== permission && isGroupPermission(own) ? [own] : [];
}

const impliers = new Map<GroupPermission, GroupPermission[]>(
  GROUP_PERMISSIONS.map(({ key }) => [
    key,
    GROUP_PERMISSIONS.filter((other) => implies(other.key).includes(key)).map((other) => other.key),
  ]),
);

/** The permissions whose cells bring this one along. */
export function impliedBy(permission: GroupPermission): readonly GroupPermission[] {
  return impliers.get(permission) ?? [];
}

/** Which of the four kinds of holder a column of a table is. */
export const HOLDER_OF_COLUMN: Readonly<Record<ColumnKind, Holder>> = {
  anonymous: "anonymous",
  outsider: "outsider",
  "advanced-outsider": "outsider",
  member: "member",
  insider: "member",
  custom: "member",
  leader: "leader",
};

export function canHold(holder: Holder, permission: GroupPermission): boolean {
  return groupPermission(permission).holders.includes(holder);
}

/** Whether a cell can be ticked: true, or the sentence that says why not. */
export function possibleIn(kind: ColumnKind, permission: GroupPermission): true | string {
  const holder = HOLDER_OF_COLUMN[kind];
  return groupPermission(permission).impossible[holder] ?? true;
}

/** Whether people without an account can be given a global permission: true, or the sentence that says why not. */
export function possibleForAnonymousRole(permission: GlobalPermission): true | string {
  return globalPermission(permission).impossible.anonymous ?? true;
}
