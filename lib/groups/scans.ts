/**
 * The groups that a viewer sees, as a union of short index scans: per visible type one along the listing, and one's own
 * groups beside them. No scan reads more than its limit, whatever the number of groups.
 */
import { type SQL, sql } from "drizzle-orm";
import type { SeesReach, TypeSight } from "@/lib/policy/reach";
import type { Viewer } from "@/lib/session/viewer";
import { isEligibleFor, meOf, ownGroups, textArray } from "./visible";

/** In the listing: a group that asks for no role. */
const EVERYBODY = "*";

export interface Scope {
  /** which stretch of the order is meant, over the columns that are sorted by */
  window(nameKey: SQL, id: SQL): SQL;
  /** only groups of this type */
  readonly type: SQL | null;
  /** a further condition over the group `g` */
  readonly filter: SQL | null;
  /** rows that each scan hands on at most */
  readonly limit: number;
}

/** Columns `name_key`, `id`, each group once, in no order. */
export function visibleGroups(viewer: Viewer, reached: SeesReach, scope: Scope): SQL {
  const scans = scansOf(viewer, reached, scope);
  if (scans.length === 0) return sql`select g.name_key, g.id from groups g where false`;
  return sql.join(
    scans.map((scan) => sql`(${scan})`),
    sql` union `,
  );
}

function scansOf(viewer: Viewer, reached: SeesReach, scope: Scope): SQL[] {
  if (reached.nothing) return [];
  if (reached.everything) return [allScan(sql`true`, scope)];
  const sights = [...reached.types.values()];
  const typesWhere = (holds: (sight: TypeSight) => boolean) => sights.filter(holds).map(({ type }) => type);
  const admins = typesWhere(({ admin }) => admin);
  const listed = reached.manage ? [] : sights.filter(({ admin }) => !admin);
  const ownDrafts = listed.filter((one) => one.ownUnpublished && !one.unpublished).map(({ type }) => type);
  return [
    ...(reached.own ? [ownScan(viewer, scope)] : []),
    ...(reached.manage ? [allScan(sql`not g.internal`, scope)] : []),
    ...(admins.length > 0 ? [typeScans(admins, scope)] : []),
    ...(listed.length > 0 ? [listingScans(viewer, listed, scope)] : []),
    ...(ownDrafts.length > 0 ? [draftScan(viewer, ownDrafts, scope)] : []),
  ];
}

const ofType = ({ type }: Scope): SQL => (type ? sql`g.type = ${type}` : sql`true`);
const kept = ({ filter }: Scope): SQL => filter ?? sql`true`;

/** What may be behind other conditions than an index can answer: stays in the order of the name. */
function allScan(condition: SQL, scope: Scope): SQL {
  return sql`select g.name_key, g.id from groups g
    where ${condition} and ${ofType(scope)} and ${scope.window(sql`g.name_key`, sql`g.id`)} and ${kept(scope)}
    order by g.name_key, g.id limit ${scope.limit}`;
}

/** Groups are fetched one by one by their ids (`offset 0` keeps the planner from reading them all instead). */
function ownScan(viewer: Viewer, scope: Scope): SQL {
  return sql`select mine.name_key, mine.id from (${ownGroups(viewer)}) own cross join lateral (
      select g.name_key, g.id from groups g where g.id = own.group_id and ${ofType(scope)}
        and ${scope.window(sql`g.name_key`, sql`g.id`)} and ${kept(scope)} offset 0) mine
    order by mine.name_key, mine.id limit ${scope.limit}`;
}

function typeScans(types: readonly string[], scope: Scope): SQL {
  return sql`select x.name_key, x.id from unnest(${textArray(types)}) as s(type) cross join lateral (
      select g.name_key, g.id from groups g
      where g.type = s.type and ${scope.window(sql`g.name_key`, sql`g.id`)} and ${kept(scope)}
      order by g.name_key, g.id limit ${scope.limit}) x
    where ${scope.type ? sql`s.type = ${scope.type}` : sql`true`}`;
}

/** One scan per type, state of publication and role; the filter looks into the group of a row that is in reach. */
function listingScans(viewer: Viewer, sights: readonly TypeSight[], scope: Scope): SQL {
  const roles = [EVERYBODY, ...(viewer.account ? viewer.globalRoles : [])];
  const parts = sights.flatMap(({ type, published, unpublished }) => [
    ...(published ? [{ type, published: true }] : []),
    ...(unpublished ? [{ type, published: false }] : []),
  ]);
  const types = textArray(parts.map(({ type }) => type));
  const states = sql`${sql.param(parts.map(({ published }) => published))}::boolean[]`;
  const filter = scope.filter ? sql`(select ${scope.filter} from groups g where g.id = l.group_id)` : sql`true`;
  return sql`select x.name_key, x.id
    from unnest(${types}, ${states}) as s(type, published) cross join unnest(${textArray(roles)}) as held(role)
      cross join lateral (
        select l.name_key, l.group_id as id from group_listing l
        where l.type = s.type and l.published = s.published and l.role = held.role
          and ${scope.window(sql`l.name_key`, sql`l.group_id`)} and ${filter}
        order by l.name_key, l.group_id limit ${scope.limit}) x
    where ${scope.type ? sql`s.type = ${scope.type}` : sql`true`}`;
}

function draftScan(viewer: Viewer, types: readonly string[], scope: Scope): SQL {
  return sql`select g.name_key, g.id from groups g
    where g.creator_id = ${meOf(viewer)} and g.type = any(${textArray(types)}) and not g.published and not g.internal
      and not g.hidden and ${isEligibleFor(viewer)} and ${ofType(scope)}
      and ${scope.window(sql`g.name_key`, sql`g.id`)} and ${kept(scope)}
    order by g.name_key, g.id limit ${scope.limit}`;
}
