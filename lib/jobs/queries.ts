/** Jobs as whoever asked for them sees them. Groups are named only while they are seen, people by their names of now. */
import { sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { seesGroup } from "@/lib/groups/visible";
import { iso, milliseconds, momentAt } from "@/lib/moment";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";

const PAGE = 50;

export interface JobView {
  readonly id: string;
  readonly kind: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly request: string;
  readonly status: "waiting" | "running" | "done" | "failed";
  readonly phase: string | null;
  readonly phaseDone: number | null;
  readonly phaseTotal: number | null;
  /** the one command's word; null for many lines */
  readonly answer: string | null;
  readonly outcome: { readonly done: boolean; readonly detail?: unknown } | null;
  /** how many lines there are, are answered, and were carried out; 0 where it is one command */
  readonly lines: number;
  readonly answered: number;
  readonly done: number;
  readonly at: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

interface JobRow extends JobView {
  ms: number;
}

const columns = sql`j.id, j.kind, j.input, j.request_id as request, j.status, j.phase, j.phase_done as "phaseDone",
  j.phase_total as "phaseTotal", j.answer, j.outcome, l.lines, l.answered, l.done,
  ${iso(sql`j.created_at`)} as at, ${milliseconds(sql`j.created_at`)} as ms,
  ${iso(sql`j.started_at`)} as "startedAt", ${iso(sql`j.ended_at`)} as "endedAt"`;

const counted = sql`cross join lateral (select count(*)::int as lines, count(x.answer)::int as answered,
  count(*) filter (where x.done)::int as done from job_line x where x.job_id = j.id) l`;

/** Null where there is none, and where somebody else asked for it. */
export async function findJob(viewer: Viewer, id: string): Promise<JobView | null> {
  if (!viewer.account?.active) return null;
  const [row] = await viewer.portal.store.reader.rows<JobRow>(sql`
    select ${columns} from job j ${counted}
    where j.id = ${uuidOf(id)}::uuid and j.account_id = ${viewer.account.id}::uuid`);
  return row ? viewOf(row) : null;
}

/** One's own, newest first. */
export async function listJobs(viewer: Viewer, after?: string | null): Promise<Page<JobView>> {
  if (!viewer.account?.active) return { lines: [], next: null };
  const key = decodeCursor(after, ["number", "id"]);
  const behind = key ? sql`and (j.created_at, j.id) < (${momentAt(key[0] ?? "0")}, ${key[1]}::uuid)` : sql``;
  const rows = await viewer.portal.store.reader.rows<JobRow>(sql`
    select ${columns} from (select * from job j where j.account_id = ${viewer.account.id}::uuid ${behind}
      order by j.created_at desc, j.id desc limit ${PAGE + 1}) j ${counted}
    order by j.created_at desc, j.id desc`);
  return pageOf(rows, PAGE, (row) => [row.ms, row.id], viewOf);
}

const viewOf = ({ ms: _ms, ...job }: JobRow): JobView => job;

export interface JobLineView {
  readonly number: number;
  readonly said: string;
  /** null until it is done */
  readonly answer: string | null;
  readonly done: boolean;
  readonly detail: unknown;
  readonly account: { readonly id: string; readonly name: string } | null;
  /** null also where the group is not seen any more */
  readonly group: { readonly slug: string; readonly name: string } | null;
}

/** `only`: those that came to nothing. In the order in which they were asked for. */
export async function listJobLines(
  viewer: Viewer,
  id: string,
  { only, after }: { only?: "refused" | null; after?: string | null } = {},
): Promise<Page<JobLineView>> {
  const key = decodeCursor(after, ["number"]);
  const rows = await viewer.portal.store.reader.rows<
    JobLineView & { slug: string | null; group_name: string | null; name: string | null; account_id: string | null }
  >(sql`
    select x.number, x.said, x.answer, coalesce(x.done, false) as done, x.detail, a.id as account_id, a.name, shown.slug,
      shown.name as group_name
    from job j join job_line x on x.job_id = j.id left join account a on a.id = x.account_id
      left join lateral (select g.slug, g.name from groups g where g.id = x.group_id and ${seesGroup(viewer)}) shown on true
    where j.id = ${uuidOf(id)}::uuid and j.account_id = ${viewer.account?.id ?? null}::uuid
      and x.number > ${Number(key?.[0] ?? 0)} ${only === "refused" ? sql`and x.done is false` : sql``}
    order by x.number limit ${PAGE + 1}`);
  return pageOf(
    rows,
    PAGE,
    (row) => [row.number],
    ({ number, said, answer, done, detail, account_id, name, slug, group_name }) => ({
      ...{ number, said, answer, done, detail },
      account: account_id && name ? { id: account_id, name } : null,
      group: slug && group_name ? { slug, name: group_name } : null,
    }),
  );
}
