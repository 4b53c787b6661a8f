/** What the tables would be once a file is applied to them. Pure: names that are not there are problems, with their place. */
import { isBuiltIn, tiedColumns } from "@/lib/group-types/draft";
import { labelFrom } from "@/lib/machine-name";
import {
  type GlobalPermission,
  GROUP_PERMISSIONS,
  type GroupPermission,
  globalPermissionsOf,
  isGroupPermission,
  possibleForAnonymousRole,
  possibleIn,
} from "@/lib/policy/catalogue";
import { contentOn } from "@/lib/policy/columns";
import { CONTENT_TYPES } from "@/lib/policy/content-rows";
import { ANONYMOUS } from "@/lib/policy/viewer";
import { type Path, unknown } from "./read";
import type { FileType, PermissionFile } from "./schema";
import { customColumns, type FileColumn, type GlobalRole, type GroupType, inOrderOf, type Tables } from "./tables";

export interface Merged {
  readonly goal: Tables;
  readonly problems: readonly { readonly path: Path; readonly message: string }[];
  /** names that the file leaves out and leaves alone */
  readonly untouched: { readonly globalRoles: readonly string[]; readonly types: readonly string[] };
}

type Tell = (path: Path, message: string) => void;
type Cells = readonly string[] | { readonly label?: string; readonly permissions?: readonly string[] };

const GROUP_KEYS = GROUP_PERMISSIONS.map(({ key }) => key);
const NEW_TYPE = {
  description: "",
  content: CONTENT_TYPES.map(({ key }) => key),
  creator: { member: false, roles: [] },
  defaults: { internal: true, hidden: false, open: false, public: false, published: true },
};
const BUILT_IN = [
  ["anonymous", "Anonymous"],
  ["outsider", "Outsider"],
  ["member", "Member"],
  ["leader", "Leader"],
] as const;

export function mergeFile(present: Tables, file: PermissionFile): Merged {
  const problems: { path: Path; message: string }[] = [];
  const tell: Tell = (path, message) => void problems.push({ path, message });
  const deletes = file.absent === "delete";
  const typeNames = namesAfter(present.types, file.types, deletes);
  const roleNames = rolesAfter(present, file, deletes, tell);
  const labels = typeNames.map((name) => ({ name, label: name }));
  const rights = globalPermissionsOf(labels).map(({ key }) => key);
  const globalRoles = roleNames.map((name) => roleAfter(name, { present, file, rights, tell }));
  const customRoles = globalRoles.filter(({ builtIn }) => !builtIn);
  const types = typeNames.map((name) => typeAfter(name, { present, file, deletes, customRoles, tell }));
  const left = (all: Tables[keyof Tables], named?: object) =>
    named && !deletes ? all.map(({ name }) => name).filter((name) => !(name in named)) : [];
  const untouched = {
    globalRoles: left(present.globalRoles, file.globalRoles),
    types: left(present.types, file.types),
  };
  return { goal: { globalRoles, types }, problems, untouched };
}

/** Those of the file in its order, and whatever stays besides right after what it stands behind now. */
function namesAfter(present: readonly { readonly name: string }[], section: object | undefined, deletes: boolean) {
  const before = present.map(({ name }) => name);
  if (!section) return before;
  const names = Object.keys(section);
  if (deletes) return names;
  for (const [n, name] of before.entries()) {
    if (names.includes(name)) continue;
    const behind = before.slice(0, n).findLast((one) => names.includes(one));
    names.splice(behind === undefined ? 0 : names.indexOf(behind) + 1, 0, name);
  }
  return names;
}

function rolesAfter(present: Tables, { globalRoles }: PermissionFile, deletes: boolean, tell: Tell): string[] {
  const names = namesAfter(present.globalRoles, globalRoles, deletes);
  const builtIn = present.globalRoles.filter((role) => role.builtIn).map(({ name }) => name);
  for (const name of builtIn) {
    if (!names.includes(name)) tell(["globalRoles"], `the built-in role “${name}” is missing: it cannot be deleted`);
  }
  return [...builtIn, ...names.filter((name) => !builtIn.includes(name))];
}

interface RoleSources {
  readonly present: Tables;
  readonly file: PermissionFile;
  /** those that there will be */
  readonly rights: readonly GlobalPermission[];
  readonly tell: Tell;
}

function roleAfter(name: string, { present, file, rights, tell }: RoleSources): GlobalRole {
  const there = present.globalRoles.find((role) => role.name === name);
  const said = file.globalRoles?.[name];
  const path = ["globalRoles", name];
  const label = labelOf(said) ?? there?.label ?? labelFrom(name);
  const builtIn = there?.builtIn ?? false;
  if (builtIn && label !== there?.label) tell([...path, "label"], "a built-in role keeps its label");
  const held = permissionsOf(said);
  if (!held) return { name, label, builtIn, permissions: inOrderOf(rights, there?.permissions ?? []) };
  for (const [n, key] of held.entries()) {
    const place = [...placeOf(path, said), n];
    const right = rights.find((one) => one === key);
    if (!right) tell(place, unknown("global permission", key, rights));
    else if (name === ANONYMOUS) {
      const possible = possibleForAnonymousRole(right);
      if (possible !== true) tell(place, `impossible for ${name}: ${possible}`);
    }
  }
  return { name, label, builtIn, permissions: inOrderOf(rights, held as GlobalPermission[]) };
}

const labelOf = (said: Cells | undefined) => (said && "label" in said ? said.label : undefined);
const permissionsOf = (said: Cells | undefined) => (said && "permissions" in said ? said.permissions : listOf(said));
const listOf = (said: Cells | undefined) => (Array.isArray(said) ? (said as readonly string[]) : undefined);
const placeOf = (path: Path, said: Cells | undefined): Path => (Array.isArray(said) ? path : [...path, "permissions"]);

interface TypeSources extends Omit<RoleSources, "rights"> {
  readonly deletes: boolean;
  readonly customRoles: readonly GlobalRole[];
}

function typeAfter(name: string, sources: TypeSources): GroupType {
  const there = sources.present.types.find((type) => type.name === name);
  const said = sources.file.types?.[name];
  const path = ["types", name];
  const settings = settingsAfter(name, { there, said, path, tell: sources.tell });
  const before = there ? customColumns(there) : [];
  const named = said?.roles && Object.fromEntries(Object.entries(said.roles).filter(([role]) => !isBuiltIn(role)));
  const custom = namesAfter(before, named, sources.deletes);
  const creators = settings.creator.roles.filter((role) => custom.includes(role));
  for (const [n, role] of (said?.creator?.roles ?? []).entries())
    if (!custom.includes(role)) sources.tell([...path, "creator", "roles", n], unknown("custom role", role, custom));
  const roles = sources.customRoles.map((role) => role.name);
  for (const section of ["advancedOutsider", "insider"] as const)
    for (const role of Object.keys(said?.[section] ?? {}))
      if (!roles.includes(role)) sources.tell([...path, section, role], unknown("custom global role", role, roles));
  const columns = columnsAfter(custom, sources.customRoles, there);
  return {
    name,
    ...settings,
    creator: { ...settings.creator, roles: [...new Set(creators)].sort() },
    columns: columns.map((column) => columnAfter(column, { ...sources, there, said, path, content: settings.content })),
  };
}

interface TypeSaid {
  readonly there: GroupType | undefined;
  readonly said: FileType | undefined;
  readonly path: Path;
  readonly tell: Tell;
}

function settingsAfter(name: string, { there, said, path, tell }: TypeSaid) {
  const start = there ?? { ...NEW_TYPE, label: labelFrom(name) };
  const known = CONTENT_TYPES.map(({ key }) => key);
  for (const [n, one] of (said?.content ?? []).entries())
    if (!known.some((key) => key === one)) tell([...path, "content", n], unknown("content", one, known));
  const content = said?.content ? known.filter((key) => said.content?.includes(key)) : start.content;
  const named = Object.entries(said?.defaults ?? {}).filter(([, on]) => on !== undefined);
  return {
    label: said?.label ?? start.label,
    description: said?.description ?? start.description,
    content,
    creator: said?.creator ?? start.creator,
    defaults: { ...start.defaults, ...Object.fromEntries(named) },
  };
}

type Bare = Omit<FileColumn, "permissions">;

/** Every column that the type will have, with the label that it has now. */
function columnsAfter(custom: readonly string[], roles: readonly GlobalRole[], there: GroupType | undefined): Bare[] {
  const labels = new Map(there?.columns.map((column) => [column.name, column.label]));
  const builtIn = BUILT_IN.map(([name, label]) => ({ name, kind: name, globalRole: null, label }));
  const own = custom.map((name) => ({ name, kind: "custom" as const, globalRole: null, label: labelFrom(name) }));
  const tied = roles.flatMap(({ name, label }) => tiedColumns(name, label));
  const kept = ({ name, label }: Bare) => labels.get(name) ?? label;
  const bare = ({ name, kind, globalRole, label }: Bare): Bare => ({ name, kind, globalRole, label });
  return [
    ...[...builtIn, ...own].map((column) => ({ ...column, label: kept(column) })),
    ...tied.filter(({ kind }) => kind === "advanced-outsider").map(bare),
    ...tied.filter(({ kind }) => kind === "insider").map(bare),
  ];
}

interface ColumnSources extends TypeSources, TypeSaid {
  readonly content: GroupType["content"];
}

function columnAfter(column: Bare, sources: ColumnSources): FileColumn {
  const { there, path, content, deletes, tell } = sources;
  const table = { type: "", columns: new Map(), content: new Set(content) };
  const [section, key] = sectionOf(column);
  const columns: Readonly<Record<string, Cells>> | undefined = sources.said?.[section];
  const said = columns?.[key];
  const place = [...path, section, key];
  const label = labelOf(said) ?? column.label;
  if (column.kind !== "custom" && label !== column.label)
    tell([...place, "label"], "a built-in column keeps its label");
  const before = there?.columns.find(({ name }) => name === column.name)?.permissions ?? [];
  const held = permissionsOf(said) ?? (columns && deletes && said === undefined ? [] : null);
  const on = (keys: Iterable<GroupPermission>) => inOrderOf(GROUP_KEYS, keys).filter((one) => contentOn(table, one));
  if (!held) return { ...column, label, permissions: on(before) };
  for (const [n, permission] of held.entries()) {
    const problem = problemOf(column, permission, (one) => contentOn(table, one));
    if (problem) tell([...placeOf(place, said), n], problem);
  }
  return { ...column, label, permissions: on(held.filter(isGroupPermission)) };
}

function problemOf({ kind }: Bare, permission: string, on: (permission: GroupPermission) => boolean): string | null {
  if (!isGroupPermission(permission)) return unknown("group permission", permission, GROUP_KEYS);
  const possible = possibleIn(kind, permission);
  if (possible !== true) return `impossible: ${possible}`;
  return on(permission) ? null : "impossible: this content is switched off for the type";
}

/** Under which key of a type a column stands, and by which name. */
export function sectionOf({ kind, name, globalRole }: Pick<FileColumn, "kind" | "name" | "globalRole">) {
  if (kind === "advanced-outsider") return ["advancedOutsider", globalRole ?? ""] as const;
  return kind === "insider" ? (["insider", globalRole ?? ""] as const) : (["roles", name] as const);
}
