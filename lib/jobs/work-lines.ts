/** The lines of a job, one after another: each a command of its own, answered for good once it is done. */
import { sql } from "drizzle-orm";
import type { Portal } from "@/lib/portal";
import { findViewer, type Phase } from "@/lib/session/viewer";
import { type JobOutcome, type LinesKind, refusalAsOutcome } from "./kind";
import { type Leased, mine } from "./leased";

interface Line {
  readonly number: number;
  readonly input: unknown;
  readonly accountId: string | null;
  readonly groupId: string | null;
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
  let doubtful = job.attempts > 1;
  for (;;) {
    const lines = await openLines(portal, job);
    if (lines.length === 0) return;
    await tell({ name: "lines", done: answered, total });
    for (const line of lines) {
      const before = doubtful ? await committedBefore(portal, job, line) : null;
      doubtful = false;
      const outcome = before ?? (await carryOutLine(portal, job, kind, line));
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
    select number, input, account_id as "accountId", group_id as "groupId" from job_line
    where job_id = ${id}::uuid and answer is null order by number limit ${AT_ONCE}`);
}

/** The asker is looked at anew for each line: who lost the right meanwhile gets no further. */
async function carryOutLine(portal: Portal, job: Leased, kind: LinesKind<unknown>, line: Line): Promise<JobOutcome> {
  try {
    const viewer = await findViewer(portal, { account: job.account }, { requestId: job.request });
    return await refusalAsOutcome(async () => kind.carryOut(viewer, kind.line.parse(line.input)));
  } catch (error) {
    portal.log.error({ job: job.id, line: line.number, err: error }, "a line of a job failed");
    return { answer: "failed", done: false };
  }
}

/** Only the first open line can have been committed without its mark by a worker that fell. */
async function committedBefore({ store }: Portal, job: Leased, line: Line): Promise<JobOutcome | null> {
  if (!line.accountId && !line.groupId) return null;
  const [row] = await store.reader.rows<{ event: string }>(sql`
    select event from audit where request_id = ${job.request}::uuid and cause is null
      and account_id is not distinct from ${line.accountId}::uuid
      and group_id is not distinct from ${line.groupId}::uuid order by id limit 1`);
  return row ? { answer: "changed", done: true } : null;
}

/** Whether the job is still this worker's. */
async function mark(
  { store }: Portal,
  job: Leased,
  { number }: Line,
  { answer, done, detail }: JobOutcome,
  answered: number,
): Promise<boolean> {
  const rows = await store.writer.rows(sql`
    with held as (update job set phase = 'lines', phase_done = ${answered}
        where ${mine(job)} returning id)
    update job_line l set answer = ${answer}, done = ${done}, ended_at = portal_now(),
      detail = ${detail === undefined ? null : JSON.stringify(detail)}::jsonb
    from held where l.job_id = held.id and l.number = ${number} returning 1`);
  return rows.length > 0;
}
