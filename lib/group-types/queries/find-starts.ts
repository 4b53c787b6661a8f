/** What a new type can start from, and what of it this administrator may not grant. */
import { sql } from "drizzle-orm";
import type { GroupPermission } from "@/lib/policy/catalogue";
import { mayGrantCell, mayGrantGlobal } from "@/lib/policy/ceilings";
import { cellCounts } from "@/lib/policy/columns";
import { decideGlobal } from "@/lib/policy/decide";
import type { ColumnKind } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";
import { cellsOf, PRESETS, type Preset } from "../presets";

export interface Starts {
  readonly presets: readonly PresetStart[];
  readonly types: readonly { readonly name: string; readonly label: string; readonly mayGrant: boolean }[];
  /** global roles that a preset's advanced outsider column can be tied to */
  readonly roles: readonly { readonly name: string; readonly label: string }[];
}

export interface PresetStart extends Pick<Preset, "key" | "label" | "help"> {
  /** the viewer may grant every cell of it */
  readonly mayGrant: boolean;
  /** needs a global role to be tied to; the one that it is meant for, if that exists */
  readonly tied: { readonly preferred: string | null } | null;
}

interface Named {
  name: string;
  label: string;
}

/** Null without the right to administer types. */
export async function findStarts(viewer: Viewer): Promise<Starts | null> {
  if (!decideGlobal(viewer, "type.administer").allowed) return null;
  const [row] = await viewer.portal.store.reader.rows<{ types: Named[]; roles: Named[] }>(sql`
    select (select coalesce(json_agg(json_build_object('name', t.name, 'label', t.label) order by t.position, t.name), '[]')
        from group_type t) as types,
      (select coalesce(json_agg(json_build_object('name', r.name, 'label', r.label) order by r.position, r.name), '[]')
        from global_role r where not r.built_in) as roles`);
  const { types, roles } = row ?? { types: [], roles: [] };
  return {
    presets: PRESETS.map((preset) => presetStart(viewer, preset, roles)),
    types: types.map((type) => ({ ...type, mayGrant: mayGrantTable(viewer, type.name) })),
    roles,
  };
}

function presetStart(viewer: Viewer, preset: Preset, roles: readonly Named[]): PresetStart {
  const { key, label, help, opensCreation, globalRole } = preset;
  // No type has this name, so that only who holds everything may grant the right to create its groups.
  const opens = !opensCreation || mayGrantGlobal(viewer, "group.create:");
  const grants = cellsOf(preset).every(({ role, permission }) => mayGrant(viewer, kindOf(role), permission));
  const preferred = roles.find(({ name }) => name === globalRole?.name)?.name ?? null;
  return { key, label, help, mayGrant: opens && grants, tied: globalRole ? { preferred } : null };
}

function kindOf(role: string): ColumnKind {
  if (role.startsWith("outsider:")) return "advanced-outsider";
  if (role.startsWith("insider:")) return "insider";
  return role === "anonymous" || role === "outsider" || role === "member" || role === "leader" ? role : "custom";
}

function mayGrantTable(viewer: Viewer, type: string): boolean {
  const columns = [...(viewer.policy.types.get(type)?.columns.values() ?? [])];
  return columns.every((column) =>
    [...column.permissions].every((key) => !cellCounts(column, key) || mayGrant(viewer, column.kind, key)),
  );
}

/** A type that is not there yet has no groups that could stand in the way. */
const mayGrant = (viewer: Viewer, kind: ColumnKind, permission: GroupPermission): boolean =>
  mayGrantCell(viewer, { kind, permission }, { confers: [], leads: false });
