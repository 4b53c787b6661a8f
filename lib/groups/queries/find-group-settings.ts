/** A group's settings as its forms show them, to whoever may edit, configure or delete it. */
import { sql } from "drizzle-orm";
import { decide, sees } from "@/lib/policy/decide";
import type { GroupFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";
import { type FactsRow, groupFacts, isGroup, ownStanding, toRecord, toSituation } from "../facts";
import { settledText } from "../settled";
import { type RoleChoice, type RoleLabels, roleChoices, roleLabels } from "./list-roles";

export interface GroupSettings {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly picture: string;
  readonly colour: string;
  readonly may: { readonly edit: boolean; readonly configure: boolean; readonly delete: boolean };
  /** only a site owner sets or clears it */
  readonly mayRestrict: boolean;
  readonly flags: Pick<GroupFacts, "internal" | "hidden" | "open" | "public" | "restricted" | "published">;
  readonly quietJoinPage: boolean;
  /** internal since the last role that it listed was deleted: who is eligible has to be said anew */
  readonly internalForced: boolean;
  readonly eligibleRoles: readonly string[];
  readonly confers: readonly string[];
  readonly roles: readonly RoleChoice[];
  /** the settings as one text, the same while nobody changes them */
  readonly was: string;
}

type Row = FactsRow & { type_label: string; role_labels: RoleLabels };

/** Null where there is no such group for the viewer, or nothing in its settings is theirs to change. */
export async function findGroupSettings(viewer: Viewer, slug: string): Promise<GroupSettings | null> {
  const [row] = await viewer.portal.store.reader.rows<Row>(sql`
    select ${groupFacts}, ${ownStanding(viewer)}, t.label as type_label, ${roleLabels} as role_labels
    from groups g join group_type t on t.name = g.type where ${isGroup({ slug })}`);
  const situation = row && toSituation(viewer, row);
  if (!situation || !viewer.account || !sees(viewer, situation)) return null;
  const may = {
    edit: decide(viewer, situation, "group.edit").allowed,
    configure: decide(viewer, situation, "group.configure").allowed,
    delete: decide(viewer, situation, "group.delete").allowed,
  };
  if (!may.edit && !may.configure && !may.delete) return null;
  const { internal, hidden, open, public: isPublic, restricted, published } = situation.group;
  const { id, name, description, picture, colour, quietJoinPage, internalForced, eligibleRoles, confers } = row;
  const flags = { internal, hidden, open, public: isPublic, restricted, published };
  return {
    ...{ id, slug: row.slug, name, type: row.type_label, description, picture, colour },
    ...{ may, mayRestrict: viewer.account.owner, flags, quietJoinPage, internalForced, eligibleRoles, confers },
    roles: roleChoices(viewer, situation, row.role_labels),
    was: settledText({ situation, group: toRecord(row) }),
  };
}
