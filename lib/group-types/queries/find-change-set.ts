/** A set of changes that the address names – a use case, a copy, what is redundant, a save taken back – for looking at. */
import { groupPermission, isGroupPermission, possibleIn } from "@/lib/policy/catalogue";
import { contentOn } from "@/lib/policy/columns";
import { decideGlobal } from "@/lib/policy/decide";
import type { TypeTable } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";
import { copyChanges, inverted, presetChanges, redundantChanges } from "../change-sets";
import { blameCells } from "../commands/change-grants";
import { findColumnTitles } from "../commands/column-titles";
import { findTypeFacts } from "../commands/type-facts";
import { findPreset } from "../presets";
import { type CellChange, cellId } from "../schema-cell";
import { ticksOf } from "../table-form";
import { findSaved } from "./find-saved";

export interface ChangeSet {
  readonly title: string;
  /** what is to be known besides the cells */
  readonly lead: string | null;
  /** what differs from the table of now, and the viewer may do */
  readonly changes: readonly CellChange[];
  /** what they may not, or what cannot be: “Join group for Member: …” */
  readonly left: readonly string[];
}

/** As the address has it. */
export interface AskedSet {
  /** `preset:KEY`, `copy`, `redundant`, `revert:VERSION` */
  readonly set: string;
  readonly from?: string;
  readonly fromType?: string;
  readonly to?: string;
  /** the global role that a preset is for */
  readonly with?: string;
}

/** Null without the right to administer types, and for what names nothing. */
export async function findChangeSet(viewer: Viewer, type: string, asked: AskedSet): Promise<ChangeSet | null> {
  if (!decideGlobal(viewer, "type.administer").allowed) return null;
  const table = viewer.policy.types.get(type);
  const facts = await findTypeFacts(viewer.portal.store.reader, type);
  const wanted = table && (await wantedBy(viewer, table, asked));
  if (!table || !facts || !wanted) return null;
  const now = ticksOf(table);
  const differing = wanted.changes.filter(({ role, permission, on }) => now.has(cellId(role, permission)) !== on);
  const blamed = blameCells(viewer, facts, table, differing);
  const titles = await findColumnTitles(viewer.portal.store.reader, type);
  return {
    ...wanted,
    changes: differing.filter((change) => !blamed.includes(change)),
    left: blamed.map((change) => leftWords(table, change, titles)),
  };
}

type Wanted = Pick<ChangeSet, "title" | "lead" | "changes">;

async function wantedBy(viewer: Viewer, table: TypeTable, asked: AskedSet): Promise<Wanted | null> {
  const [kind, name = ""] = asked.set.split(":");
  if (kind === "preset") return presetWanted(name, asked.with);
  if (kind === "copy") return copyWanted(viewer, table, asked);
  if (kind === "redundant") {
    return { title: "Redundant grants taken out", lead: REDUNDANT, changes: redundantChanges(table) };
  }
  if (kind !== "revert" || !/^\d{1,9}$/.test(name)) return null;
  const saved = await findSaved(viewer, table.type, Number(name));
  return saved && { title: "A save taken back", lead: REVERT, changes: inverted(saved.changes) };
}

const REDUNDANT = "What is held anyway – through another permission of the same column, or through Outsider or Member.";
const REVERT = "Every cell that it changed goes back to what it was before, whatever happened since.";

function presetWanted(key: string, globalRole?: string): Wanted | null {
  const preset = findPreset(key);
  if (!preset) return null;
  const needs = preset.roles.map(({ label }) => label).join(", ");
  const lead = needs ? `${preset.help} It needs the role ${needs}.` : preset.help;
  return { title: preset.label, lead, changes: presetChanges(preset, globalRole) };
}

function copyWanted(viewer: Viewer, table: TypeTable, { from = "", fromType, to = "" }: AskedSet): Wanted | null {
  const source = (fromType ? viewer.policy.types.get(fromType) : table)?.columns.get(from);
  const target = table.columns.get(to);
  if (!source || !target) return null;
  const lead = "Everything that the column can hold becomes as it is there; what it cannot hold is left out.";
  return { title: "A column copied", lead, changes: copyChanges(source, target) };
}

function leftWords(table: TypeTable, { role, permission }: CellChange, titles: ReadonlyMap<string, string>): string {
  const label = isGroupPermission(permission) ? groupPermission(permission).label : permission;
  return `${label} for ${titles.get(role) ?? role}: ${whyLeft(table, role, permission)}`;
}

function whyLeft(table: TypeTable, role: string, permission: string): string {
  const kind = table.columns.get(role)?.kind;
  if (!kind) return "there is no such column here.";
  if (!isGroupPermission(permission)) return "there is no such permission.";
  if (possibleIn(kind, permission) !== true) return "impossible.";
  return contentOn(table, permission) ? "not yours to grant." : "this content is switched off for the type.";
}
