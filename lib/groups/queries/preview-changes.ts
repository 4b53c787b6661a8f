/**
 * What a change to many groups would bring about, before it is made: one plan for all of them together, so that nobody
 * is counted twice, and for each group whether it would go through.
 */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Change } from "@/lib/consequences/change";
import { type Plan, planConsequences } from "@/lib/consequences/plan";
import { listSeats } from "@/lib/members/seats";
import type { ConfigureAnswer, DeleteAnswer } from "@/lib/policy/answers/groups";
import { decideGlobal, sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { slugOf } from "../address";
import { askedOf, type GroupsChange } from "../change-of";
import { configuring } from "../commands/configure-group";
import { deleting, nobodyIn } from "../commands/delete-group";
import { type FactsRow, type FoundSituation, groupFacts, ownStanding, toRecord, toSituation } from "../facts";
import { linksRefusedIn } from "../links-refused";
import type { ConfigureInput } from "../schema";
import { type Anywhere, anywhereIn, NOBODY, type Seen, seenIn } from "../seen";
import { type Counts, countConsequences } from "./count-consequences";

export type RowAnswer = ConfigureAnswer | DeleteAnswer | "already" | "last-role" | "too-many";

export interface ChangeRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly answer: RowAnswer;
  /** it would go through */
  readonly goes: boolean;
  /** people touched in this group itself, where it goes through */
  readonly seen: Seen;
  /** its join links that are refused from then on, where it goes through and becomes internal */
  readonly linksRefused: number;
}

export interface ChangesPreview {
  readonly rows: readonly ChangeRow[];
  /** over all groups that go through; null where none does */
  readonly totals: Totals | null;
  /** named, and not there for this viewer */
  readonly missing: number;
}

export interface Totals {
  /** people who leave, and how many of these groups they leave */
  readonly removed: { readonly people: number; readonly groups: number };
  readonly counts: Counts;
  /** of these groups, those left without an administrator */
  readonly withoutAdministrator: number;
  /** join links that are refused while these groups are internal */
  readonly linksRefused: number;
  /** what goes with groups that are deleted */
  readonly lost: Lost | null;
  /** what follows in all groups together */
  readonly anywhere: Anywhere;
}

interface Lost {
  readonly links: number;
  readonly posts: number;
  /** people who lead one of them themselves */
  readonly leaders: number;
}

interface Candidate {
  readonly found: FoundSituation;
  readonly input: ConfigureInput | null;
  readonly answer: RowAnswer;
  readonly changes: readonly Change[];
}

// Whether somebody may remove somebody is asked group by group, so of so many at most.
const MOST_ASKED = 50;

/** Null without the right to the overview. */
export async function previewChanges(
  viewer: Viewer,
  slugs: readonly string[],
  change: GroupsChange,
): Promise<ChangesPreview | null> {
  if (!decideGlobal(viewer, "group.overview").allowed) return null;
  return viewer.portal.store.snapshot(async (read) => {
    const wanted = [...new Set(slugs.map(slugOf).filter((slug) => slug !== null))];
    const candidates = (await listSeen(read, viewer, wanted)).map((found) => candidateOf(viewer, found, change));
    const [asked, plan] = await planned(read, viewer, candidates);
    const ends = change.kind === "delete" ? await endedWith(read, asked) : null;
    const closing = await linksClosed(read, change, asked);
    const rows = asked.map((one) => rowOf(one, plan, { ends, closing }));
    return {
      rows,
      totals: await totalsOf(viewer, asked, plan, { ends, closing }),
      missing: wanted.length - asked.length,
    };
  }, LONG);
}

const LONG = { statementTimeout: 60_000 };

async function listSeen(read: Reader, viewer: Viewer, slugs: readonly string[]): Promise<FoundSituation[]> {
  const rows = await read.rows<FactsRow>(sql`select ${groupFacts}, ${ownStanding(viewer)} from groups g
    where g.slug = any(${sql.param(slugs)}::text[]) order by g.name_key, g.id`);
  return rows.flatMap((row) => {
    const situation = toSituation(viewer, row);
    return situation && sees(viewer, situation) ? [{ situation, group: toRecord(row) }] : [];
  });
}

function candidateOf(viewer: Viewer, found: FoundSituation, change: GroupsChange): Candidate {
  const slug = found.group.slug;
  if (change.kind === "delete") {
    const answer = deleting.answer(viewer, nobodyIn(found), { group: slug });
    const goes = answer === "deleted";
    return { found, input: null, answer, changes: goes ? [{ kind: "group-deleted", groupId: found.group.id }] : [] };
  }
  const input = askedOf(slug, found.situation.group, change);
  if (typeof input === "string") return { found, input: null, answer: input, changes: [] };
  return withRemoved(viewer, { found, input, answer: "changed", changes: [] }, []);
}

type Removed = Parameters<typeof configuring.answer>[1]["removed"];

function withRemoved(viewer: Viewer, candidate: Candidate, removed: Removed): Candidate {
  const { found, input } = candidate;
  if (!input) return candidate;
  const facts = { found, removed };
  const answer = configuring.answer(viewer, facts, input);
  const changes = answer === "changed" ? configuring.exclusively(viewer, facts, input, answer).changes : [];
  return { found, input, answer, changes };
}

/** Planned once; and once more without those in which somebody would be removed whom this viewer may not remove. */
async function planned(
  read: Reader,
  viewer: Viewer,
  candidates: readonly Candidate[],
): Promise<[readonly Candidate[], Plan]> {
  const all = candidates.flatMap(({ changes }) => changes);
  const plan = await planConsequences(read, viewer, all);
  const removals = viewer.account?.owner
    ? []
    : candidates.filter((one) => one.input?.eligibleRoles && loses(one, plan));
  if (removals.length === 0) return [candidates, plan];
  const asked = new Map<Candidate, Candidate>();
  for (const one of removals) asked.set(one, await askedAgain(read, viewer, one, plan, removals.length));
  const checked = candidates.map((one) => asked.get(one) ?? one);
  const left = checked.flatMap(({ changes }) => changes);
  return [checked, left.length === all.length ? plan : await planConsequences(read, viewer, left)];
}

const loses = ({ found }: Candidate, plan: Plan) => plan.pruned.some(({ groupId }) => groupId === found.group.id);

async function askedAgain(read: Reader, viewer: Viewer, one: Candidate, plan: Plan, many: number): Promise<Candidate> {
  if (many > MOST_ASKED) return { ...one, answer: "too-many", changes: [] };
  const ids = plan.pruned.filter(({ groupId }) => groupId === one.found.group.id).map(({ accountId }) => accountId);
  const seats = await listSeats(read, viewer.policy, one.found.situation, ids);
  return withRemoved(viewer, one, [...seats.values()]);
}

/** What no plan has, since it happens to no account. */
interface Besides {
  readonly ends: Ends | null;
  /** join links refused from then on, by the group's id */
  readonly closing: ReadonlyMap<string, number>;
}

function rowOf({ found, answer, changes }: Candidate, plan: Plan, { ends, closing }: Besides): ChangeRow {
  const { slug, name, id } = found.group;
  const goes = changes.length > 0;
  const seen = goes ? (ends?.groups.get(id) ?? seenIn(plan, id)) : NOBODY;
  return { id, slug, name, answer, goes, seen, linksRefused: closing.get(id) ?? 0 };
}

/** Of the groups that become internal; all of them in one statement. */
async function linksClosed(
  read: Reader,
  change: GroupsChange,
  asked: readonly Candidate[],
): Promise<ReadonlyMap<string, number>> {
  if (change.kind !== "flag" || change.change !== "internal-on") return new Map();
  const rows = await read.rows<{ id: string; links: number }>(sql`
    select x.id, ${linksRefusedIn(sql`x.id`)} as links from unnest(${sql.param(goingOf(asked))}::uuid[]) x(id)`);
  return new Map(rows.map(({ id, links }) => [id, links]));
}

/** What ends with groups that are deleted: it is the command's own doing, so no plan has it. */
interface Ends extends Lost {
  readonly groups: ReadonlyMap<string, Seen>;
  readonly people: number;
}

async function endedWith(read: Reader, asked: readonly Candidate[]): Promise<Ends> {
  const ids = sql`${sql.param(goingOf(asked))}::uuid[]`;
  const [row] = await read.rows<Lost & { people: number; groups: [string, number, number, number][] }>(sql`select
    (select count(*)::int from join_link k where k.group_id = any(${ids}) and k.revoked_at is null) as links,
    (select count(*)::int from post p where p.group_id = any(${ids})) as posts,
    (select count(distinct l.account_id)::int from leader l where l.group_id = any(${ids})) as leaders,
    (select count(distinct m.account_id)::int from membership m where m.group_id = any(${ids})) as people,
    (select coalesce(json_agg(json_build_array(x.id, (select count(*) from membership m where m.group_id = x.id),
      (select count(*) from request r where r.group_id = x.id and r.status = 'pending'),
      (select count(l.account_id) from leader l where l.group_id = x.id))), '[]') from unnest(${ids}) x(id)) as groups`);
  const { links = 0, posts = 0, leaders = 0, people = 0, groups = [] } = row ?? {};
  const seen = groups.map(([id, removed, closed, dismissed]): [string, Seen] => [
    id,
    { ...NOBODY, removed, closed, dismissed },
  ]);
  return { links, posts, leaders, people, groups: new Map(seen) };
}

const goingOf = (asked: readonly Candidate[]) =>
  asked.filter(({ changes }) => changes.length > 0).map(({ found }) => found.group.id);

async function totalsOf(
  viewer: Viewer,
  asked: readonly Candidate[],
  plan: Plan,
  { ends, closing }: Besides,
): Promise<Totals | null> {
  const going = goingOf(asked);
  if (going.length === 0) return null;
  const here = plan.pruned.filter(({ groupId }) => going.includes(groupId));
  const left = ends ? [...ends.groups.values()].filter(({ removed }) => removed > 0).length : groupsIn(here);
  const people = ends ? ends.people : new Set(here.map(({ accountId }) => accountId)).size;
  const counts = await countConsequences(viewer, going, plan);
  const closed = ends ? [...ends.groups.values()].reduce((sum, one) => sum + one.closed, 0) : counts.closed;
  return {
    removed: { people, groups: left },
    counts: { ...counts, closed },
    withoutAdministrator: plan.withoutAdministrator.filter((id) => going.includes(id)).length,
    linksRefused: [...closing.values()].reduce((sum, links) => sum + links, 0),
    lost: ends,
    anywhere: ends ? withEnds(anywhereIn(plan), ends) : anywhereIn(plan),
  };
}

/** Together they take along what one of them alone would prune or close in another of them, which no common plan has. */
function withEnds(anywhere: Anywhere, { groups }: Ends): Anywhere {
  const own = [...groups.values()].reduce((sum, { removed, closed }) => sum + removed + closed, 0);
  return { ...anywhere, reach: anywhere.reach + own };
}

const groupsIn = (pairs: readonly { readonly groupId: string }[]) => new Set(pairs.map(({ groupId }) => groupId)).size;
