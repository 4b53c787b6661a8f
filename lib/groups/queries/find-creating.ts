/** What somebody who may create groups chooses from: the types they may create, with what a new group starts as. */
import { sql } from "drizzle-orm";
import { mayCreate } from "@/lib/policy/ceilings";
import type { Viewer } from "@/lib/session/viewer";
import { type RoleChoice, type RoleLabels, roleChoices, roleLabels } from "./list-roles";

export interface TypeChoice {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly flags: {
    readonly internal: boolean;
    readonly hidden: boolean;
    readonly open: boolean;
    readonly public: boolean;
    readonly published: boolean;
  };
  /** whoever creates a group becomes its member */
  readonly creatorIsMember: boolean;
}

export interface Creating {
  readonly types: readonly TypeChoice[];
  /** the type to begin with, where the portal names one that this viewer may create */
  readonly preferred: string | null;
  readonly roles: readonly RoleChoice[];
  readonly mayRestrict: boolean;
}

/** Whether there is a type of which the viewer may create groups. */
export function mayCreateAny(viewer: Viewer): boolean {
  return typesToCreate(viewer).length > 0;
}

function typesToCreate(viewer: Viewer): string[] {
  return viewer.account?.active ? [...viewer.policy.types.keys()].filter((type) => mayCreate(viewer, type)) : [];
}

/** Null for whoever may create no group of any type. */
export async function findCreating(viewer: Viewer): Promise<Creating | null> {
  const names = typesToCreate(viewer);
  if (names.length === 0) return null;
  const [row] = await viewer.portal.store.reader.rows<{ types: TypeChoice[]; roles: RoleLabels }>(sql`
    select ${roleLabels} as roles, (select coalesce(json_agg(json_build_object('name', t.name, 'label', t.label,
        'description', t.description, 'creatorIsMember', t.creator_is_member, 'flags', json_build_object(
          'internal', t.internal, 'hidden', t.hidden, 'open', t.open, 'public', t.public, 'published', t.published))
        order by t.position, t.name), '[]')
      from group_type t where t.name = any(${sql.param(names)}::text[])) as types`);
  const types = row?.types ?? [];
  const { defaultGroupType } = viewer.settings;
  return {
    types,
    preferred: types.find(({ name }) => name === defaultGroupType)?.name ?? null,
    roles: roleChoices(viewer, null, row?.roles ?? []),
    mayRestrict: viewer.account?.owner ?? false,
  };
}
