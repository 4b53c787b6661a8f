/** Rows that a write relies on: locked always in one order, and their versions raised when their facts changed. */
import { sql } from "drizzle-orm";
import type { Reader, Writer } from "@/db/client";
import type { Plan } from "@/lib/consequences/plan";
import type { Viewer } from "@/lib/session/viewer";
import type { Locks, Raises } from "./command";

/**
 * Whoever changes the policy takes turns by this before anything else: the row itself is then held for the last moment
 * only, and every other write goes on meanwhile.
 */
export async function takeTurn(tx: Writer): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('guildhall policy', 0))`);
}

/**
 * Always in this order, whoever asks: policy, accounts by id, groups by id. Not so tightly that a notice to somebody,
 * which only refers to their row, would have to wait for a write about them.
 */
export async function lock(tx: Writer, viewer: Viewer, { policy, accounts = [], groups = [] }: Locks): Promise<void> {
  await tx.rows(policy === "update" ? sql`select 1 from policy for update` : sql`select 1 from policy for share`);
  await lockAccounts(tx, [...new Set([...accounts, ...(viewer.account ? [viewer.account.id] : [])])]);
  if (groups.length > 0) {
    const ids = sql`${sql.param([...groups])}::uuid[]`;
    await tx.rows(sql`select 1 from groups where id = any(${ids}) order by id for no key update`);
  }
}

export async function lockAccounts(tx: Writer, accounts: readonly string[]): Promise<void> {
  if (accounts.length === 0) return;
  const ids = sql`${sql.param([...accounts])}::uuid[]`;
  await tx.rows(sql`with held as (select 1 from account where id = any(${ids}) order by id for no key update)
    select count(*) from held`);
}

/** Whether the rows locked before the facts were read again are still all that the write relies on. */
export function covers(held: Locks, needed: Locks): boolean {
  if (held.policy === "share" && needed.policy === "update") return false;
  const all = (had: readonly string[] = [], wanted: readonly string[] = []) => wanted.every((id) => had.includes(id));
  return all(held.accounts, needed.accounts) && all(held.groups, needed.groups);
}

export async function raise(
  tx: Reader,
  raises: Raises,
  plan: Pick<Plan, "touchedAccounts" | "touchedGroups">,
): Promise<void> {
  const accounts = [...new Set([...(raises.accounts ?? []), ...plan.touchedAccounts])];
  const groups = [...new Set([...(raises.groups ?? []), ...plan.touchedGroups])];
  if (raises.policy) await tx.rows(sql`update policy set version = version + 1`);
  if (raises.settings) await tx.rows(sql`update setting set version = version + 1`);
  if (accounts.length > 0) {
    await tx.rows(sql`update account set version = version + 1 where id = any(${sql.param(accounts)}::uuid[])`);
  }
  if (groups.length > 0) {
    await tx.rows(sql`update groups set version = version + 1 where id = any(${sql.param(groups)}::uuid[])`);
  }
}
