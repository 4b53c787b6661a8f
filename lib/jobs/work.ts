// Promise: a job that was put aside is carried out to its end, however often the worker falls; a line that has its answer
// is not done again, and what committed before a fall is told as done.
import { sql } from "drizzle-orm";
import { UNSAID } from "@/lib/action/result";
import type { Portal } from "@/lib/portal";
import { findViewer, type Phase, type Viewer } from "@/lib/session/viewer";
import { hasLines, type JobOutcome, type Kind, refusalAsOutcome, type WholeKind } from "./kind";
import { KINDS } from "./kinds";
import { type Leased, mine } from "./leased";
import { workLines } from "./work-lines";

const LEASE = sql`interval '30 seconds'`;
const RENEWED_EVERY = 10_000;
const ATTEMPTS_AT_MOST = 5;

/** Carries out the job that waits longest, if there is one. Resolves to whether there was. */
export async function workJob(portal: Portal, kinds: ReadonlyMap<string, Kind> = KINDS): Promise<boolean> {
  const job = await lease(portal);
  if (!job) return false;
  const renewing = setInterval(() => void renew(portal, job).catch(() => {}), RENEWED_EVERY);
  try {
    await carryOut(portal, job, kinds.get(job.kind));
  } catch (error) {
    portal.log.warn({ job: job.id, attempts: job.attempts, err: error }, "a job fell");
    await letGo(portal, job, error);
  } finally {
    clearInterval(renewing);
  }
  return true;
}

async function lease({ store }: Portal): Promise<Leased | null> {
  const [job] = await store.writer.rows<Leased>(sql`
    update job j set status = 'running', attempts = j.attempts + 1, leased_until = portal_now() + ${LEASE},
      started_at = coalesce(j.started_at, portal_now())
    where j.id = (select id from job where status in ('waiting', 'running')
        and (leased_until is null or leased_until <= portal_now())
      order by created_at, id limit 1 for update skip locked)
    returning j.id, j.kind, j.account_id as account, j.request_id as request, j.input, j.attempts`);
  return job ?? null;
}

async function renew({ store }: Portal, job: Leased): Promise<void> {
  await store.writer.rows(sql`update job set leased_until = portal_now() + ${LEASE} where ${mine(job)}`);
}

async function carryOut(portal: Portal, job: Leased, kind: Kind | undefined): Promise<void> {
  if (!kind) throw new Error(`no such kind of job: ${job.kind}`);
  if (hasLines(kind)) {
    await workLines(portal, job, kind, (phase) => tell(portal, job, phase));
    return end(portal, job, null);
  }
  const already = job.attempts > 1 && (await committedBefore(portal, job));
  const outcome = already ? { answer: kind.committed, done: true } : await carryOutWhole(portal, job, kind);
  await end(portal, job, outcome);
}

async function carryOutWhole(portal: Portal, job: Leased, kind: WholeKind<unknown>): Promise<JobOutcome> {
  const viewer = await askerOf(portal, job);
  const outcome = await refusalAsOutcome(() => kind.carryOut(viewer, kind.input.parse(job.input)));
  if (outcome.answer === "busy") throw new Error("somebody else was in the way each time");
  return outcome;
}

/** Whoever asked, as they are now, telling of each step on a connection of its own. */
async function askerOf(portal: Portal, job: Leased): Promise<Viewer> {
  const viewer = await findViewer(portal, { account: job.account }, { requestId: job.request });
  return { ...viewer, onPhase: (phase) => tell(portal, job, phase) };
}

/** A worker that fell between the commit and its mark did it all: the log has it under the job's own request. */
async function committedBefore({ store }: Portal, { request }: Leased): Promise<boolean> {
  const [row] = await store.reader.rows(sql`select 1 from audit where request_id = ${request}::uuid limit 1`);
  return row !== undefined;
}

async function tell({ store }: Portal, job: Leased, { name, done, total }: Phase): Promise<void> {
  await store.writer.rows(sql`update job set phase = ${name}, phase_done = ${done ?? null}::int,
    phase_total = ${total ?? null}::int where ${mine(job)}`);
}

async function end({ store }: Portal, job: Leased, outcome: JobOutcome | null): Promise<void> {
  await store.writer.rows(sql`update job set status = 'done', ended_at = portal_now(), leased_until = null,
      answer = ${outcome?.answer ?? null}, outcome = ${outcome ? JSON.stringify(outcome) : null}::jsonb
    where ${mine(job)}`);
}

/** To be tried again after a while, or given up with what was to blame. */
async function letGo({ store }: Portal, job: Leased, error: unknown): Promise<void> {
  const gone = job.attempts >= ATTEMPTS_AT_MOST;
  const why = gone ? UNSAID : null;
  await store.writer.rows(sql`update job set error = ${why ?? String(error).slice(0, 500)},
      status = ${gone ? "failed" : "running"}, ended_at = case when ${gone} then portal_now() end,
      leased_until = case when ${gone} then null else portal_now() + interval '5 seconds' end
    where ${mine(job)}`);
}

/** Reports are kept for a month. */
export async function forgetOldJobs({ store }: Portal): Promise<void> {
  await store.writer.rows(sql`delete from job where ended_at < portal_now() - interval '30 days'`);
}
