/**
 * A change of the policy that touches many: all that follows is carried out first, while every other write goes on, and
 * the policy's row is held only for the last moment. What moved meanwhile is caught up with there, or all is begun anew.
 */
import { sql } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { applyPlan } from "@/lib/consequences/apply";
import { type Change, causeOf } from "@/lib/consequences/change";
import { listCounted, type Plan, planConsequences, planLatecomers } from "@/lib/consequences/plan";
import type { Viewer } from "@/lib/session/viewer";
import { type Asked, askAgain } from "./asked";
import { type Bound, together, weigh } from "./bound";
import type { Command, Exclusively, Outcome, Writing } from "./command";
import { covers, lock, lockAccounts, raise } from "./locks";
import { groupsMoved, snapshotOf } from "./since";
import { alreadyLocked, writeStatement } from "./statement";

/** accounts to be counted again, from which on the preparing is worth its second look */
export const MANY = 500;

/** Null where the ordinary way is to be gone: few are touched, it is refused, or too much moved meanwhile. */
export async function prepared<I, F, A extends string, D>(
  tx: Writer,
  what: Command<I, F, A>,
  asker: Viewer,
  input: I,
  bound?: Bound<F>,
): Promise<Outcome<A, D> | null> {
  const first = await askAgain(tx, what, asker, input);
  const { how } = first;
  if (!how?.changes.every(isFixed)) return null;
  const many = await listCounted(tx, first.viewer, how.changes);
  const writing = many.length < MANY ? null : what.writing(first.viewer, first.facts, input, first.answer);
  if (!writing) return null;
  await tx.rows(sql`savepoint prepared`);
  const outcome = await inAdvance<I, F, A, D>(tx, what, first, how, { asker, input, many, writing, bound });
  if (!outcome) await tx.rows(sql`rollback to savepoint prepared`);
  return outcome;
}

/** What a group that opens lets in depends on who asks until the last moment. */
function isFixed(change: Change): boolean {
  if (change.kind !== "group-configured") return true;
  const { before, after } = change;
  return before.open === after.open && before.restricted === after.restricted && before.internal === after.internal;
}

interface Known<I, F> {
  readonly asker: Viewer;
  readonly input: I;
  readonly many: readonly string[];
  readonly writing: Writing;
  readonly bound: Bound<F> | undefined;
}

async function inAdvance<I, F, A extends string, D>(
  tx: Writer,
  what: Command<I, F, A>,
  first: Asked<F, A>,
  how: Exclusively,
  { asker, input, many, writing, bound }: Known<I, F>,
): Promise<Outcome<A, D> | null> {
  await first.viewer.onPhase?.({ name: "counting", total: many.length });
  const since = await snapshotOf(tx);
  // From here on none of them comes, goes, asks or is given anything; whoever tries is asked to try again.
  await lockAccounts(tx, many);
  const cause = causeOf(how.changes, writing.events[0]);
  const plan = { ...(await planConsequences(tx, first.viewer, how.changes)), cause, reason: how.reason };
  weigh(plan, first.facts, bound);
  if (!(await applyPlan(tx, first.viewer, plan))) return null;
  await raise(tx, {}, { touchedAccounts: plan.touchedAccounts, touchedGroups: [] });
  await first.viewer.onPhase?.({ name: "closing" });
  await lock(tx, asker, how.locks);
  const now = await askAgain(tx, what, asker, input);
  if (!isSame(first, now, how) || (await groupsMoved(tx, since))) return null;
  const touchedAccounts = await catchUp(tx, now, how, plan, bound);
  const data = await close<I, F, A, D>(tx, what, now, input);
  for (const statement of how.afterwards ?? []) await tx.rows(statement);
  await raise(tx, (now.how ?? how).raises, { touchedAccounts, touchedGroups: plan.touchedGroups });
  return { answer: now.answer, done: true, data };
}

async function close<I, F, A extends string, D>(
  tx: Writer,
  what: Command<I, F, A>,
  { viewer, facts, answer }: Asked<F, A>,
  input: I,
): Promise<D | null> {
  const writing = what.writing(viewer, facts, input, answer);
  if (!writing) throw new Error(`${what.verb} had something to write before, and has nothing now`);
  const [row] = await tx.rows<{ data: D | null }>(writeStatement(viewer, alreadyLocked, writing, answer));
  return row?.data ?? null;
}

/** Whether it is answered and meant as before everything was carried out. */
function isSame<F, A extends string>(first: Asked<F, A>, now: Asked<F, A>, how: Exclusively): boolean {
  if (!now.how || now.answer !== first.answer || !covers(how.locks, now.how.locks)) return false;
  return JSON.stringify(now.how.changes) === JSON.stringify(how.changes);
}

/** Those who came to be touched since they were counted, and what they asked meanwhile; few, and nobody else writes by now. */
async function catchUp<F, A extends string>(
  tx: Writer,
  { viewer, facts }: Asked<F, A>,
  how: Exclusively,
  plan: Plan,
  bound: Bound<F> | undefined,
): Promise<string[]> {
  const { cause } = plan;
  const late = { ...(await planLatecomers(tx, viewer, how.changes, plan)), cause, reason: how.reason };
  if (bound) weigh(together(plan, late), facts, bound);
  if (late.counted.length + late.closed.length > 0 && !(await applyPlan(tx, viewer, late)))
    throw new Error("rows moved although nobody else could write");
  return [...late.touchedAccounts];
}
