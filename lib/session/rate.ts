/** How often something may be tried: counted in the database, one statement, so that parallel tries all count. */
import { type SQL, sql } from "drizzle-orm";
import type { Portal } from "@/lib/portal";
import { UNKNOWN_CLIENT } from "./client-address";

export interface Limit {
  /** what is counted; also the beginning of the row's key */
  readonly what: string;
  readonly allowed: number;
  readonly minutes: number;
  /** when nobody vouches for the client's address all share one count, which must be wider */
  readonly allowedTogether?: number;
}

/** Per address: wide enough for a forgetful person, and never a lock that somebody else can close for good. */
export const SIGN_IN_PER_ADDRESS: Limit = { what: "sign-in-address", allowed: 20, minutes: 15 };
export const SIGN_IN_PER_CLIENT: Limit = { what: "sign-in-client", allowed: 60, minutes: 15, allowedTogether: 3_000 };
export const SIGN_UP_PER_CLIENT: Limit = { what: "sign-up-client", allowed: 20, minutes: 60, allowedTogether: 1_000 };
export const PROOF_PER_ACCOUNT: Limit = { what: "proof-account", allowed: 5, minutes: 60 };
export const PASSWORD_PER_ACCOUNT: Limit = { what: "password-account", allowed: 20, minutes: 15 };
export const OWN_DATA_PER_ACCOUNT: Limit = { what: "own-data", allowed: 10, minutes: 60 };
/** While one types, a name is some ten of them; whoever asks on and on gathers names. */
export const PEOPLE_FOUND: Limit = { what: "people-found", allowed: 300, minutes: 10, allowedTogether: 3_000 };

/** Counts one try against each limit for its key; whether all of them still allow it. */
export async function mayTry(portal: Portal, ...tries: readonly (readonly [Limit, string])[]): Promise<boolean> {
  const hits = tries.map(([limit, key]) => {
    const allowed = key === UNKNOWN_CLIENT ? (limit.allowedTogether ?? limit.allowed) : limit.allowed;
    return sql`rate_hit(${`${limit.what}:${key}`}, ${allowed}, make_interval(mins => ${limit.minutes}))`;
  });
  // All are counted, also those after one that refuses.
  const [row] = await portal.store.writer.rows<{ allowed: boolean }>(
    sql`select bool_and(hit) as allowed from unnest(array[${sql.join(hits, sql`, `)}]) hit`,
  );
  return row?.allowed === true;
}

/** The rows of a question that may be asked so often only: counted and answered in one statement, and then with none. */
export async function rowsWhileAllowed<T>(portal: Portal, [limit, key]: readonly [Limit, string], question: SQL) {
  const allowed = key === UNKNOWN_CLIENT ? (limit.allowedTogether ?? limit.allowed) : limit.allowed;
  return portal.store.writer.rows<T>(sql`
    select found.* from (
      select rate_hit(${`${limit.what}:${key}`}, ${allowed}, make_interval(mins => ${limit.minutes})) as allows offset 0) hit
    cross join lateral (${question}) found where hit.allows`);
}

/** Counts that no limit asks for any more. */
export async function forgetOldCounts(portal: Portal): Promise<void> {
  await portal.store.writer.rows(sql`delete from rate_count where window_start < portal_now() - interval '1 day'`);
}
