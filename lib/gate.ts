/**
 * The only door to a write: gathers the facts, asks the policy, and lets a write commit only together with its log
 * entry and its consequences, and only if the facts still hold.
 */
import type { Writer } from "@/db/client";
import { applyPlan } from "@/lib/consequences/apply";
import { causeOf } from "@/lib/consequences/change";
import { type Plan, planConsequences } from "@/lib/consequences/plan";
import { type Asked, askAgain, exclusivelyOf } from "@/lib/gate/asked";
import { type Bound, OutOfBounds, weigh } from "@/lib/gate/bound";
import type { Command, ExclusiveCommand, Exclusively, Locks, Outcome, SharedCommand } from "@/lib/gate/command";
import { covers, lock, raise, takeTurn } from "@/lib/gate/locks";
import { prepared } from "@/lib/gate/prepared";
import { isLockTimeout, isLostRace, isTimeout, pauseBefore } from "@/lib/gate/retry";
import { isSite } from "@/lib/gate/site";
import { alreadyLocked, believedRows, writeStatement } from "@/lib/gate/statement";
import { Refusal } from "@/lib/refusal";
import { reloadViewer, type Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";

const SHARED_TRIES = 3;
const EXCLUSIVE_TRIES = 6;
// One statement of a change that may reach everybody; any other keeps to the pool's few seconds.
const LONG = { statementTimeout: 60_000, lockTimeout: 60_000 };
// How often somebody waits half a second for a row that a long change holds, before they are told to try again.
const WAITS = 10;

/** Makes the function that people call from a description of the write. */
export function command<I, F, A extends string, D = unknown>(what: Command<I, F, A>) {
  return async (viewer: Viewer, input: I): Promise<Outcome<A, D>> => {
    refuseWhileViewing(viewer);
    return noted(what.verb, viewer, await carryOut<I, F, A, D>(what, viewer, input));
  };
}

function noted<O extends Outcome<string>>(verb: string, viewer: Viewer, outcome: O): O {
  // What the portal asks of itself, each minute, and finds nothing to do is no news.
  const level = isSite(viewer) ? "debug" : "info";
  const { answer, done } = outcome;
  if (!done) viewer.portal.log[level]({ verb, answer, actor: viewer.account?.id }, "refused");
  return outcome;
}

/** The same for a change that may do no more than was seen: nothing is written where the bound answers with a word. */
export function bounded<I, F, A extends string, D = unknown>(what: ExclusiveCommand<I, F, A>) {
  return async <W extends string>(viewer: Viewer, input: I, bound: Bound<F, W>): Promise<Outcome<A | W, D>> => {
    refuseWhileViewing(viewer);
    try {
      return noted(what.verb, viewer, await carryOut<I, F, A, D>(what, viewer, input, bound));
    } catch (error) {
      if (!(error instanceof OutOfBounds)) throw error;
      // Only `weigh` throws it, with what this very bound answered.
      return noted(what.verb, viewer, { answer: error.word as W, done: false, data: null });
    }
  };
}

/** The same command up to its plan: what it would answer and what would follow, writing nothing. */
export function preview<I, F, A extends string>(what: Command<I, F, A>) {
  return async (viewer: Viewer, input: I): Promise<{ answer: A; plan: Plan | null }> =>
    viewer.portal.store.snapshot(async (read) => {
      const facts = await what.facts(read, viewer, input);
      const answer = what.answer(viewer, facts, input);
      const how = what.proceeds.includes(answer) ? exclusivelyOf(what, viewer, facts, input, answer) : null;
      return { answer, plan: how ? await planConsequences(read, viewer, how.changes) : null };
    }, LONG);
}

async function carryOut<I, F, A extends string, D>(
  what: Command<I, F, A>,
  viewer: Viewer,
  input: I,
  bound?: Bound<F>,
): Promise<Outcome<A, D>> {
  const { store } = viewer.portal;
  let waits = 0;
  for (let tries = 0, asking = viewer; tries < EXCLUSIVE_TRIES; tries++) {
    const facts = await what.facts(store.reader, asking, input);
    const answer = what.answer(asking, facts, input);
    if (!what.proceeds.includes(answer)) return { answer, done: false, data: null };
    const how = exclusivelyOf(what, asking, facts, input, answer);
    if (!how && tries >= SHARED_TRIES) break;
    try {
      const outcome = how
        ? await exclusive<I, F, A, D>(what, asking, input, how.locks, bound)
        : await shared<I, F, A, D>(what as SharedCommand<I, F, A>, asking, facts, input, answer);
      if (outcome) return outcome;
    } catch (error) {
      if (isTimeout(error)) throw tooLong(viewer, what.verb, error);
      if (isLockTimeout(error) && waits++ < WAITS) tries--;
      else if (!isLostRace(error)) throw error;
      await pauseBefore(Math.max(tries, 0));
    }
    asking = await reloadViewer(asking, store.reader);
  }
  throw busy();
}

const busy = (): Refusal =>
  new Refusal("busy", "Somebody else is changing the same thing right now. Please try again.");

/** Most likely a change that reaches everybody kept this one waiting; the log keeps it in case it is slow by itself. */
function tooLong(viewer: Viewer, verb: string, error: unknown): Refusal {
  viewer.portal.log.warn({ verb, error }, "waited too long");
  return busy();
}

async function shared<I, F, A extends string, D>(
  what: SharedCommand<I, F, A>,
  viewer: Viewer,
  facts: F,
  input: I,
  answer: A,
): Promise<Outcome<A, D> | null> {
  const writing = what.writing(viewer, facts, input, answer);
  if (!writing) return { answer, done: true, data: null };
  const guard = believedRows(viewer, what.versions(facts));
  const [row] = await viewer.portal.store.writer.rows<{ held: number; data: D | null }>(
    writeStatement(viewer, guard, writing, answer),
  );
  return row?.held ? { answer, done: true, data: row.data } : null;
}

async function exclusive<I, F, A extends string, D>(
  what: Command<I, F, A>,
  viewer: Viewer,
  input: I,
  locks: Locks,
  bound: Bound<F> | undefined,
): Promise<Outcome<A, D> | null> {
  const mayReachAll = locks.policy === "update";
  const work = async (tx: Writer): Promise<Outcome<A, D> | null> => {
    if (mayReachAll) {
      await takeTurn(tx);
      const outcome = await prepared<I, F, A, D>(tx, what, viewer, input, bound);
      if (outcome) return outcome;
    }
    await lock(tx, viewer, locks);
    const now = await askAgain(tx, what, viewer, input);
    const { answer, how } = now;
    if (!what.proceeds.includes(answer)) return { answer, done: false, data: null };
    if (!how || !covers(locks, how.locks)) return null;
    return { answer, done: true, data: await body<I, F, A, D>(tx, what, { ...now, how }, input, bound) };
  };
  return viewer.portal.store.transaction(work, mayReachAll ? LONG : {});
}

async function body<I, F, A extends string, D>(
  tx: Writer,
  what: Command<I, F, A>,
  { viewer, facts, answer, how }: Asked<F, A> & { readonly how: Exclusively },
  input: I,
  bound: Bound<F> | undefined,
): Promise<D | null> {
  const writing = what.writing(viewer, facts, input, answer);
  if (!writing) return null;
  const planned = await planConsequences(tx, viewer, how.changes);
  weigh(planned, facts, bound);
  const plan = { ...planned, cause: causeOf(how.changes, writing.events[0]), reason: how.reason };
  const [row] = await tx.rows<{ data: D | null }>(writeStatement(viewer, alreadyLocked, writing, answer));
  await applyPlan(tx, viewer, plan);
  for (const statement of how.afterwards ?? []) await tx.rows(statement);
  await raise(tx, how.raises, plan);
  return row?.data ?? null;
}
