/** What the policy asks about one group: its own facts and how one account stands to it, gathered in one statement. */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { GroupFacts, Situation, Standing } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";
import { slugOf } from "./address";

/** What a group is beside what the policy asks. For deciding and writing: nobody is shown it before `sees` said yes. */
export interface GroupRecord {
  readonly id: string;
  readonly slug: string;
  readonly type: string;
  readonly name: string;
  readonly nameKey: string;
  readonly description: string;
  readonly picture: string;
  readonly colour: string;
  readonly version: number;
  readonly quietJoinPage: boolean;
  /** internal because the last role that it listed was deleted */
  readonly internalForced: boolean;
}

/** The columns of `groupFacts` and `standing` as they come back. */
export interface FactsRow extends GroupRecord, Omit<GroupFacts, "id" | "type"> {
  readonly member: boolean;
  readonly roles: readonly string[];
  readonly leads: boolean;
  readonly pending: "join" | "leave" | null;
  /** how whoever looks as the viewer stands there themselves */
  readonly onlooker?: Standing | null;
}

/** Columns of the group `g`: its record, its flags, whom it is for. */
export const groupFacts: SQL = sql`g.id, g.slug, g.type, g.name, g.name_key as "nameKey", g.description, g.picture, g.colour,
  g.version, g.quiet_join_page as "quietJoinPage", g.internal_forced as "internalForced",
  g.internal, g.hidden, g.open, g.public, g.restricted, g.published, g.creator_id as "creatorId",
  array(select e.role from group_eligible_role e where e.group_id = g.id order by 1) as "eligibleRoles",
  array(select c.role from group_conferred_role c where c.group_id = g.id order by 1) as confers`;

/** Columns of how an account stands to the group `g`; a null id stands to none. */
export function standing(accountId: SQL): SQL {
  return sql`
    exists (select 1 from membership m where m.group_id = g.id and m.account_id = ${accountId}) as member,
    array(select mr.role from membership_role mr where mr.group_id = g.id and mr.account_id = ${accountId} order by 1) as roles,
    ${leads(accountId)} as leads,
    (select r.kind from request r
      where r.group_id = g.id and r.account_id = ${accountId} and r.status = 'pending') as pending`;
}

/** Whether an account leads the group `g`, itself or by a leader group that it is in: two questions, an index each. */
export function leads(accountId: SQL): SQL {
  return sql`(exists (select 1 from leader l where l.group_id = g.id and l.account_id = ${accountId})
    or exists (select 1 from leader l join membership lm on lm.group_id = l.leader_group_id
      where l.group_id = g.id and l.leader_group_id is not null and lm.account_id = ${accountId}))`;
}

/** Columns of how the viewer stands to the group `g`. */
export function ownStanding(viewer: Viewer): SQL {
  if (!viewer.behind) return standing(accountOf(viewer));
  return sql`${isIn(viewer)} as member, case when ${isIn(viewer)} then ${rolesInSeat(viewer)} else '{}' end as roles,
    ${leadsIt(viewer)} as leads, null::text as pending,
    (select to_json(o) from (select ${standing(accountOf(viewer.behind.viewer))}) o) as onlooker`;
}

const accountOf = (viewer: Viewer): SQL => sql`${viewer.account?.id ?? null}::uuid`;

const seatOf = (viewer: Viewer) => viewer.behind?.chosen.seat ?? null;

/** Whether the viewer is a member of the group `g`. */
export function isIn(viewer: Viewer): SQL {
  const seat = seatOf(viewer);
  if (viewer.behind) return seat?.member ? sql`(g.id = ${seat.group}::uuid)` : sql`false`;
  return sql`exists (select 1 from membership m where m.group_id = g.id and m.account_id = ${accountOf(viewer)})`;
}

/** Whether the viewer leads the group `g`, themself or by a leader group that they are in. */
export function leadsIt(viewer: Viewer): SQL {
  if (!viewer.behind) return leads(accountOf(viewer));
  const seat = seatOf(viewer);
  const itself = seat?.leads ? sql`g.id = ${seat.group}::uuid` : sql`false`;
  const byGroup = seat?.member
    ? sql`exists (select 1 from leader l where l.group_id = g.id and l.leader_group_id = ${seat.group}::uuid)`
    : sql`false`;
  return sql`(${itself} or ${byGroup})`;
}

/** Custom roles of whoever is looked as, in the one group that they are in. */
export function rolesInSeat(viewer: Viewer): SQL {
  return sql`${sql.param([...(seatOf(viewer)?.roles ?? [])])}::text[]`;
}

/** Null where the policy at hand does not know the type yet: the group is younger than the viewer. */
export function toSituation(viewer: Pick<Viewer, "policy" | "behind">, row: FactsRow): Situation | null {
  const table = viewer.policy.types.get(row.type);
  const { behind } = viewer;
  if (!table) return null;
  const { id, type, internal, hidden, open, public: isPublic, restricted, published } = row;
  const { eligibleRoles, confers, creatorId, member, roles, leads: leading, pending } = row;
  return {
    group: {
      ...{ id, type, internal, hidden, open, public: isPublic, restricted, published },
      ...{ eligibleRoles, confers, creatorId },
    },
    table,
    standing: { member, roles, leads: leading, pending },
    ...(behind && row.onlooker ? { onlooker: { viewer: behind.viewer, standing: row.onlooker } } : {}),
  };
}

export function toRecord(row: FactsRow): GroupRecord {
  const { id, slug, type, name, nameKey, description, picture, colour, version, quietJoinPage, internalForced } = row;
  return { id, slug, type, name, nameKey, description, picture, colour, version, quietJoinPage, internalForced };
}

/** Which group is meant: what is no id or no address names none, and is asked for like any other. */
export type GroupKey = { readonly id: string } | { readonly slug: string };

export function isGroup(by: GroupKey): SQL {
  return "id" in by ? sql`g.id = ${uuidOf(by.id)}::uuid` : sql`g.slug = ${slugOf(by.slug)}::text`;
}

export interface FoundSituation {
  readonly situation: Situation;
  readonly group: GroupRecord;
}

/** The group and how the viewer stands to it; null if there is none. Whether they see it is asked of the policy. */
export async function findSituation(read: Reader, viewer: Viewer, by: GroupKey): Promise<FoundSituation | null> {
  const [row] = await read.rows<FactsRow>(sql`
    select ${groupFacts}, ${ownStanding(viewer)} from groups g where ${isGroup(by)}`);
  const situation = row && toSituation(viewer, row);
  return situation ? { situation, group: toRecord(row) } : null;
}

/** The same of several groups, by id; those that there are. */
export async function findSituations(
  read: Reader,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FoundSituation>> {
  if (ids.length === 0) return new Map();
  const rows = await read.rows<FactsRow>(sql`
    select ${groupFacts}, ${ownStanding(viewer)} from groups g where g.id = any(${sql.param([...ids])}::uuid[])`);
  return new Map(
    rows.flatMap((row) => {
      const situation = toSituation(viewer, row);
      return situation ? [[row.id, { situation, group: toRecord(row) }] as const] : [];
    }),
  );
}
