/**
 * Every group that the viewer sees, for those who look after all of them: by name, narrowed by how the groups are set.
 * No index answers every filter, so a page looks through so many groups at most and hands on from where it stopped.
 */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { countLeftOut } from "@/lib/leaders/eligible";
import { iso } from "@/lib/moment";
import { decideGlobal } from "@/lib/policy/decide";
import { type SeesReach, seesReach } from "@/lib/policy/reach";
import type { Viewer } from "@/lib/session/viewer";
import { toSituation } from "../facts";
import { type Count, counted, type LineRow, lineColumns } from "../line";
import { mayIn } from "../may";
import { type Narrowing, narrowedBy, OVERVIEW_FILTERS } from "../overview-filters";
import { visibleGroups } from "../scans";
import { searchFor } from "../search";
import type { Flagged } from "../sentence-flags";
import { seesGroup } from "../visible";

export const OVERVIEW_PAGE = 50;
/** groups that one page looks through for those that fit */
const WALK = 1_000;
/** lines of one change to many groups */
export const MOST_CHOSEN = 1_000;
const WALK_ALL = 10_000;
const PENDING_COUNTED = 100;

export interface OverviewQuery {
  readonly q?: string | null;
  readonly type?: string | null;
  readonly narrowing: Narrowing;
  /** a global role that they are kept for, or that their members hold */
  readonly role?: string | null;
  readonly after?: string | null;
}

export interface OverviewLine extends Flagged {
  readonly slug: string;
  readonly name: string;
  readonly picture: string;
  readonly colour: string;
  readonly type: string;
  /** labels of roles; none: everybody */
  readonly eligible: readonly string[];
  readonly confers: readonly string[];
  /** null for what is not this viewer's to know */
  readonly members: Count | null;
  readonly leaders: OverviewLeaders | null;
  readonly pending: Count | null;
  readonly changed: string;
}

interface OverviewLeaders {
  /** people and groups that were appointed */
  readonly count: number;
  /** people who lead, by name or in a group that does, and are none of those that the group is kept for */
  readonly leftOut: number;
}

export interface OverviewPage {
  readonly lines: readonly OverviewLine[];
  /** for the page behind this one, or for looking further; null when everything was looked through */
  readonly next: string | null;
  /** the page is not full: it ended because it had looked through so many */
  readonly stopped: boolean;
}

interface OverviewRow extends LineRow {
  edge: [string, string] | null;
  eligible_labels: string[];
  confer_labels: string[];
  leaders: number;
  left_out: number;
  pending_count: number;
  changed: string;
}

/** Null without the right to the overview. */
export async function listOverview(viewer: Viewer, query: OverviewQuery): Promise<OverviewPage | null> {
  if (!decideGlobal(viewer, "group.overview").allowed) return null;
  const rows = await viewer.portal.store.reader.rows<OverviewRow>(overviewStatement(viewer, query));
  const found = rows.filter(({ id }) => id !== null);
  const kept = found.slice(0, OVERVIEW_PAGE);
  const last = kept.at(-1);
  const full = found.length > OVERVIEW_PAGE && last;
  const edge = rows[0]?.edge ?? null;
  return {
    lines: kept.map((row) => lineOf(viewer, row)).filter((line) => line !== null),
    next: full ? encodeCursor([last.nameKey, last.id]) : edge && encodeCursor(edge),
    stopped: !full && edge !== null,
  };
}

/** Addresses of all that fit, up to as many as one change takes; null without the right. */
export async function listOverviewAddresses(viewer: Viewer, query: OverviewQuery): Promise<readonly string[] | null> {
  if (!decideGlobal(viewer, "group.overview").allowed) return null;
  const rows = await viewer.portal.store.reader.rows<{ slug: string }>(sql`
    with ${keptGroups(
      viewer,
      { ...query, after: null },
      {
        ...{ walk: WALK_ALL, limit: MOST_CHOSEN, reached: seesReach(viewer, viewer.policy) },
      },
    )}
    select g.slug from kept k join lateral (select x.slug from groups x where x.id = k.id offset 0) g on true
    order by k.name_key, k.id`);
  return rows.map(({ slug }) => slug);
}

/** Exported for the tests, which ask for its plan and take its predicate apart. */
export function overviewStatement(
  viewer: Viewer,
  query: OverviewQuery,
  reached: SeesReach = seesReach(viewer, viewer.policy),
): SQL {
  return sql`
    with ${keptGroups(viewer, query, { walk: WALK, limit: OVERVIEW_PAGE + 1, reached })}
    select edge.edge, found.* from (select (select json_build_array(w.name_key, w.id) from walked w
        order by w.name_key, w.id offset ${WALK} limit 1) as edge) edge
      left join kept k on true left join lateral (
        select ${lineColumns(viewer)}, ${iso(sql`g.changed_at`)} as changed, ${labelsOf("group_eligible_role")} as eligible_labels,
          ${labelsOf("group_conferred_role")} as confer_labels,
          (select count(*)::int from leader l where l.group_id = g.id) as leaders,
          ${countLeftOut(viewer)} as left_out,
          (select count(*)::int from (select 1 from request r where r.group_id = g.id and r.status = 'pending'
            limit ${PENDING_COUNTED + 1}) few) as pending_count
        from groups g join group_type t on t.name = g.type where g.id = k.id offset 0) found on true
    order by k.name_key, k.id`;
}

interface Bounds {
  readonly walk: number;
  readonly limit: number;
  readonly reached: SeesReach;
}

/** Tables `walked` and `kept`, columns `name_key`, `id`. What is walked is seen, so a cursor names nothing that is not. */
function keptGroups(viewer: Viewer, query: OverviewQuery, { walk, limit, reached }: Bounds): SQL {
  const search = searchFor(query.q);
  const type = query.type ? sql`${query.type.replaceAll("\0", "")}::text` : null;
  const filter = sql`${narrowedBy(viewer, query.narrowing)} and ${concerns(query.role)}`;
  const key = decodeCursor(query.after, ["text", "id"]);
  const window = (nameKey: SQL, id: SQL) =>
    key ? sql`(${nameKey}, ${id}) > (${key[0]}::text collate "C", ${key[1]}::uuid)` : sql`true`;
  if (search) {
    const matches = sql`(${search.begins(sql`g.name_key`)} or ${search.contains} or ${search.holdsWords})`;
    return sql`walked as (select null::text as name_key, null::uuid as id where false),
      kept as materialized (select g.name_key, g.id from groups g
        where ${matches} and ${type ? sql`g.type = ${type}` : sql`true`} and ${seesGroup(viewer, reached)} and ${filter}
          and ${window(sql`g.name_key`, sql`g.id`)}
        order by g.name_key, g.id limit ${limit})`;
  }
  const narrow = Boolean(query.role) || OVERVIEW_FILTERS.some((name) => query.narrowing[name] !== undefined);
  const length = narrow ? walk + 1 : limit;
  const seen = visibleGroups(viewer, reached, { window, type, can: null, limit: length });
  return sql`walked as materialized (select v.name_key, v.id from (${seen}) v order by v.name_key, v.id limit ${length}),
    kept as materialized (select w.name_key, w.id from walked w
      where exists (select 1 from groups g where g.id = w.id and ${filter} offset 0)
      order by w.name_key, w.id limit ${limit})`;
}

function concerns(role: string | null | undefined): SQL {
  if (!role) return sql`true`;
  const name = sql`${role.replaceAll("\0", "")}::text`;
  return sql`(exists (select 1 from group_eligible_role e where e.group_id = g.id and e.role = ${name})
    or exists (select 1 from group_conferred_role c where c.group_id = g.id and c.role = ${name}))`;
}

function labelsOf(table: string): SQL {
  return sql`array(select r.label from ${sql.identifier(table)} x join global_role r on r.name = x.role
    where x.group_id = g.id order by r.position, r.name)`;
}

function lineOf(viewer: Viewer, row: OverviewRow): OverviewLine | null {
  const situation = toSituation(viewer, row);
  if (!situation) return null;
  const may = mayIn(viewer, situation);
  const { slug, name, picture, colour, internal, internalForced, hidden, open, restricted, published } = row;
  return {
    ...{ slug, name, picture, colour, type: row.type_label },
    ...{ internal, internalForced, hidden, open, public: row.public, restricted, published },
    ...{ eligible: row.eligible_labels, confers: row.confer_labels, changed: row.changed },
    members: may.listMembers ? counted(row.members) : null,
    leaders: may.listMembers || may.appointLeaders ? { count: row.leaders, leftOut: row.left_out } : null,
    pending: may.decideRequests ? pendingOf(row.pending_count) : null,
  };
}

const pendingOf = (number: number): Count => ({
  count: Math.min(number, PENDING_COUNTED),
  more: number > PENDING_COUNTED,
});
