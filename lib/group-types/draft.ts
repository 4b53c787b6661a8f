/** A whole table before it is stored: its columns, its ticked cells, and what new groups of the type start as. */
import { labelFrom } from "@/lib/machine-name";
import { type GroupPermission, isGroupPermission, possibleIn } from "@/lib/policy/catalogue";
import { contentOn } from "@/lib/policy/columns";
import { CONTENT_TYPES, type ContentType } from "@/lib/policy/content-rows";
import type { ColumnKind } from "@/lib/policy/facts";
import { cellsOf, findPreset } from "./presets";
import type { CreateGroupTypeInput, CreatorSettings, GroupDefaults } from "./schema";

export interface DraftColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly globalRole: string | null;
  readonly label: string;
  readonly position: number;
}

export interface DraftCell {
  readonly role: string;
  readonly kind: ColumnKind;
  readonly permission: GroupPermission;
}

export interface TypeDraft {
  readonly columns: readonly DraftColumn[];
  readonly cells: readonly DraftCell[];
  readonly content: readonly ContentType[];
  readonly creator: CreatorSettings;
  readonly defaults: GroupDefaults;
  readonly preset: string | null;
  readonly opensCreation: boolean;
}

/** What a table is drafted from: names and labels of roles, and the type that is copied, if one is. */
export interface DraftSources {
  readonly globalRoles: readonly { readonly name: string; readonly label: string }[];
  readonly copied: Origin | null;
}

/** The parts of a table that the way it starts decides. */
export interface Origin {
  readonly roles: readonly { readonly name: string; readonly label: string }[];
  readonly cells: readonly { readonly role: string; readonly permission: string }[];
  readonly content: readonly string[];
  readonly creator: CreatorSettings;
  readonly defaults: GroupDefaults;
}

export type DraftProblem = "no-such-start" | "no-such-role" | "no-such-permission" | "no-such-content" | "impossible";

const BUILT_IN = [
  ["anonymous", "Anonymous"],
  ["outsider", "Outsider"],
  ["member", "Member"],
  ["leader", "Leader"],
] as const;
const NEW_GROUPS: GroupDefaults = { internal: true, hidden: false, open: false, public: false, published: true };

/** The table that the input asks for, or the first thing wrong with it. */
export function draftType(input: CreateGroupTypeInput, sources: DraftSources): TypeDraft | DraftProblem {
  const origin = originOf(input.start, sources);
  if (!origin) return "no-such-start";
  const content = contentOf(input.content ?? origin.content);
  if (!content) return "no-such-content";
  const columns = columnsOf(origin, sources);
  const cells = cellsIn(columns, origin.cells, content);
  if (typeof cells === "string") return cells;
  const creator = input.creator ?? origin.creator;
  if (!creator.roles.every((role) => columns.some(({ name, kind }) => name === role && kind === "custom"))) {
    return "no-such-role";
  }
  const preset = input.start.from === "preset" ? findPreset(input.start.preset) : null;
  return {
    columns,
    cells,
    content,
    creator: { member: creator.member, roles: [...new Set(creator.roles)] },
    defaults: input.defaults ?? origin.defaults,
    preset: preset?.key ?? null,
    opensCreation: preset?.opensCreation ?? false,
  };
}

function originOf(start: CreateGroupTypeInput["start"], { copied }: DraftSources): Origin | null {
  const none = { member: false, roles: [] };
  const everything = CONTENT_TYPES.map(({ key }) => key);
  if (start.from === "copy") return copied;
  if (start.from === "preset") {
    const preset = findPreset(start.preset);
    return preset && { ...preset, cells: cellsOf(preset, start.globalRole), content: everything };
  }
  if (start.from === "nothing") {
    return { roles: [], cells: [], content: everything, creator: none, defaults: NEW_GROUPS };
  }
  const custom = Object.keys(start.cells).filter((name) => !name.includes(":") && !isBuiltIn(name));
  return {
    roles: custom.map((name) => ({ name, label: start.labels[name] ?? labelFrom(name) })),
    cells: Object.entries(start.cells).flatMap(([role, held]) => held.map((permission) => ({ role, permission }))),
    content: everything,
    creator: none,
    defaults: NEW_GROUPS,
  };
}

export function contentOf(names: readonly string[]): ContentType[] | null {
  const known = CONTENT_TYPES.map(({ key }) => key).filter((key) => names.includes(key));
  return known.length === new Set(names).size ? known : null;
}

export const isBuiltIn = (name: string): boolean => BUILT_IN.some(([builtIn]) => builtIn === name);

/** The columns in the order of the page; two for every custom global role. */
function columnsOf(origin: Origin, { globalRoles }: DraftSources): DraftColumn[] {
  const builtIn = BUILT_IN.map(([name, label]) => ({ name, kind: name, globalRole: null, label }));
  const custom = origin.roles.map(({ name, label }) => ({ name, kind: "custom" as const, globalRole: null, label }));
  const columns = [...builtIn, ...custom].map((column, position) => ({ ...column, position }));
  return [...columns, ...globalRoles.flatMap(({ name, label }) => tiedColumns(name, label))];
}

/** What a custom global role brings to every table: a column outside, and one for when its holders are members. */
export function tiedColumns(globalRole: string, label: string): DraftColumn[] {
  return [
    { name: `outsider:${globalRole}`, kind: "advanced-outsider", globalRole, label, position: 0 },
    { name: `insider:${globalRole}`, kind: "insider", globalRole, label, position: 0 },
  ];
}

function cellsIn(
  columns: readonly DraftColumn[],
  wanted: Origin["cells"],
  content: readonly ContentType[],
): DraftCell[] | DraftProblem {
  const table = { type: "", columns: new Map(), content: new Set(content) };
  const cells = new Map<string, DraftCell>();
  for (const { role, permission } of wanted) {
    const column = columns.find(({ name }) => name === role);
    if (!column) return "no-such-role";
    if (!isGroupPermission(permission)) return "no-such-permission";
    if (possibleIn(column.kind, permission) !== true) return "impossible";
    if (!contentOn(table, permission)) return "impossible";
    cells.set(`${role} ${permission}`, { role, kind: column.kind, permission });
  }
  return [...cells.values()];
}
