/**
 * The groups that a viewer sees, as a union of short index scans: per visible type one along the listing, and one's own
 * groups beside them. No scan reads more than its limit, whatever the number of groups.
 */
import { type SQL, sql } from "drizzle-orm";
import type { SeesReach, TypeSight } from "@/lib/policy/reach";
import type { Viewer } from "@/lib/session/viewer";
import { type Can, canDo } from "./can";
import { type Leg, legsOf } from "./legs";
import { isEligibleFor, meOf, ownGroups, seesGroup, textArray } from "./visible";

/** In the listing: a group that asks for no role. */
const EVERYBODY = "*";

export interface Scope {
  /** which stretch of the order is meant, over the columns that are sorted by */
  window(nameKey: SQL, id: SQL): SQL;
  /** only groups of this type */
  readonly type: SQL | null;
  /** only groups with which the viewer can do this */
  readonly can: Can | null;
  /** rows that each scan hands on at most */
  readonly limit: number;
}

interface Scan extends Scope {
  readonly filter: SQL;
}

/** Columns `name_key`, `id`, each group once, in no order. */
export function visibleGroups(viewer: Viewer, reached: SeesReach, scope: Scope): SQL {
  // Whom somebody looks as is asked about group by group: the scans know one viewer only.
  if (viewer.behind)
    return allScan(sql`(${seesGroup(viewer, reached)} and ${scope.can ? canDo(viewer, scope.can) : sql`true`})`, {
      ...scope,
      filter: sql`true`,
    });
  const scans = scansOf(viewer, reached, { ...scope, filter: scope.can ? canDo(viewer, scope.can) : sql`true` });
  if (scans.length === 0) return sql`select g.name_key, g.id from groups g where false`;
  return sql.join(
    scans.map((scan) => sql`(${scan})`),
    sql` union `,
  );
}

function scansOf(viewer: Viewer, reached: SeesReach, scan: Scan): SQL[] {
  if (reached.nothing) return [];
  if (scan.can === "member") return reached.own ? [ownScan(viewer, scan)] : [];
  // Whoever is let past the rules, or manages all groups, decides requests in every group of theirs: nothing to filter.
  const whole = scan.can === "manage" ? { ...scan, filter: sql`true` } : scan;
  if (reached.everything) return [allScan(sql`true`, whole)];
  const sights = [...reached.types.values()];
  const typesWhere = (holds: (sight: TypeSight) => boolean) => sights.filter(holds).map(({ type }) => type);
  const admins = typesWhere(({ admin }) => admin);
  const legs = legsOf(viewer, reached, scan.can);
  const drafts = reached.manage ? [] : typesWhere((one) => one.ownUnpublished && !one.unpublished && !one.admin);
  return [
    ...(reached.own ? [ownScan(viewer, scan)] : []),
    ...(legs === "not-internal" ? [allScan(sql`not g.internal`, whole)] : []),
    ...(admins.length > 0 ? [typeScans(viewer, admins, scan)] : []),
    ...(legs !== "not-internal" && legs.length > 0 ? [listingScans(viewer, legs, scan)] : []),
    ...(drafts.length > 0 ? [draftScan(viewer, drafts, scan)] : []),
  ];
}

const ofType = ({ type }: Scan): SQL => (type ? sql`g.type = ${type}` : sql`true`);

/** What the index cannot answer stays in the order of the name. */
function allScan(condition: SQL, scan: Scan): SQL {
  return sql`select g.name_key, g.id from groups g
    where ${condition} and ${ofType(scan)} and ${scan.window(sql`g.name_key`, sql`g.id`)} and ${scan.filter}
    order by g.name_key, g.id limit ${scan.limit}`;
}

/** Groups are fetched one by one by their ids (`offset 0` keeps the planner from reading them all instead). */
function ownScan(viewer: Viewer, scan: Scan): SQL {
  return sql`select mine.name_key, mine.id from (${ownGroups(viewer)}) own cross join lateral (
      select g.name_key, g.id from groups g where g.id = own.group_id and ${ofType(scan)}
        and ${scan.window(sql`g.name_key`, sql`g.id`)} and ${scan.filter} offset 0) mine
    order by mine.name_key, mine.id limit ${scan.limit}`;
}

/** Outside of one's own groups whoever administers a type decides its requests; joining asks more. */
function typeScans(viewer: Viewer, types: readonly string[], scan: Scan): SQL {
  const filter = scan.can === "manage" ? isNotOwn(viewer, sql`g.id`) : scan.filter;
  return sql`select x.name_key, x.id from unnest(${textArray(types)}) as s(type) cross join lateral (
      select g.name_key, g.id from groups g
      where g.type = s.type and ${scan.window(sql`g.name_key`, sql`g.id`)} and ${filter}
      order by g.name_key, g.id limit ${scan.limit}) x
    where ${scan.type ? sql`s.type = ${scan.type}` : sql`true`}`;
}

/** One scan per leg and role that the viewer holds. A leg answers for outsiders; one's own groups are asked one by one. */
function listingScans(viewer: Viewer, legs: readonly Leg[], scan: Scan): SQL {
  const roles = [EVERYBODY, ...(viewer.account ? viewer.globalRoles : [])];
  const byWay = scan.can === "join" || scan.can === "ask";
  const filter = scan.can ? isNotOwn(viewer, sql`l.group_id`) : sql`true`;
  return sql`select x.name_key, x.id
    from unnest(${textArray(legs.map(({ type }) => type))},
        ${sql.param(legs.map(({ published }) => published))}::boolean[],
        ${textArray(legs.map(({ way }) => way ?? ""))}) as s(type, published, way)
      cross join unnest(${textArray(roles)}) as held(role)
      cross join lateral (
        select l.name_key, l.group_id as id from group_listing l
        where l.type = s.type and l.published = s.published and l.role = held.role
          and ${byWay ? sql`l.way = s.way` : sql`true`} and ${scan.window(sql`l.name_key`, sql`l.group_id`)} and ${filter}
        order by l.name_key, l.group_id limit ${scan.limit}) x
    where ${scan.type ? sql`s.type = ${scan.type}` : sql`true`}`;
}

const isNotOwn = (viewer: Viewer, id: SQL): SQL => sql`${id} not in (${ownGroups(viewer)})`;

function draftScan(viewer: Viewer, types: readonly string[], scan: Scan): SQL {
  return sql`select g.name_key, g.id from groups g
    where g.creator_id = ${meOf(viewer)} and g.type = any(${textArray(types)}) and not g.published and not g.internal
      and not g.hidden and ${isEligibleFor(viewer)} and ${ofType(scan)}
      and ${scan.window(sql`g.name_key`, sql`g.id`)} and ${scan.filter}
    order by g.name_key, g.id limit ${scan.limit}`;
}
