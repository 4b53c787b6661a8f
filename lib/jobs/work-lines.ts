/**
 * The lines of a job, one after another: each a command of its own. Its word is written to the line with what it writes,
 * in one transaction, so that no worker's fall leaves in doubt whether a line was carried out.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Portal } from "@/lib/portal";
import { findViewer, type Phase } from "@/lib/session/viewer";
import { type JobOutcome, type LinesKind, refusalAsOutcome } from "./kind";
import { type Leased, mine } from "./leased";

interface Line {
  readonly number: number;
  readonly input: unknown;
}

const AT_ONCE = 50;

export async function workLines(
  portal: Portal,
  job: Leased,
  kind: LinesKind<unknown>,
  tell: (phase: Phase) => Promise<void>,
): Promise<void> {
  const { total, done } = await countLines(portal, job);
  let answered = done;
  for (;;) {
    const lines = await openLines(portal, job);
    if (lines.length === 0) return;
    await tell({ name: "lines", done: answered, total });
    for (const line of lines) {
      const outcome = await carryOutLine(portal, job, kind, line);
      answered++;
      if (!(await mark(portal, job, line, outcome, answered))) return;
    }
  }
}

async function countLines({ store }: Portal, { id }: Leased): Promise<{ total: number; done: number }> {
  const [row] = await store.reader.rows<{ total: number; done: number }>(sql`
    select count(*)::int as total, count(answer)::int as done from job_line where job_id = ${id}::uuid`);
  return row ?? { total: 0, done: 0 };
}

function openLines({ store }: Portal, { id }: Leased): Promise<Line[]> {
  return store.reader.rows<Line>(sql`
    select number, input from job_line
    where job_id = ${id}::uuid and answer is null order by number limit ${AT_ONCE}`);
}

/** The asker is looked at anew for each line: who lost the right meanwhile gets no further. */
async function carryOutLine(portal: Portal, job: Leased, kind: LinesKind<unknown>, line: Line): Promise<JobOutcome> {
  try {
    const asker = await findViewer(portal, { account: job.account }, { requestId: job.request });
    const viewer = { ...asker, alongside: answering(job, line) };
    return await refusalAsOutcome(async () => kind.carryOut(viewer, kind.line.parse(line.input)));
  } catch (error) {
    portal.log.error({ job: job.id, line: line.number, err: error }, "a line of a job failed");
    return { answer: "failed", done: false };
  }
}

/** The line's answer, once: of two workers that have the same line in hand, only one's command is written. */
const answering =
  ({ id }: Leased, { number }: Line) =>
  (answer: string, source: SQL) =>
    sql`
  update job_line l set answer = ${answer}, done = true, ended_at = portal_now() from ${source}
  where l.job_id = ${id}::uuid and l.number = ${number}::int and l.answer is null returning 1`;

/** What wrote nothing is answered here. Resolves to whether the job is still this worker's. */
async function mark(
  { store }: Portal,
  job: Leased,
  { number }: Line,
  { answer, done, detail }: JobOutcome,
  answered: number,
): Promise<boolean> {
  const rows = await store.writer.rows(sql`
    with held as (update job set phase = 'lines', phase_done = ${answered}
        where ${mine(job)} returning id),
    marked as (update job_line l set answer = ${answer}, done = ${done}, ended_at = portal_now(),
        detail = ${detail === undefined ? null : JSON.stringify(detail)}::jsonb
      from held where l.job_id = held.id and l.number = ${number} and l.answer is null)
    select 1 from held`);
  return rows.length > 0;
}
