// Promise: a session is a row that every request asks for. The browser holds its secret, the database only the digest.
import { type SQL, sql } from "drizzle-orm";
import type { Portal } from "@/lib/portal";

/** Seconds that a session lasts, from sign-in on; nothing prolongs it. */
export const SESSION_LASTS = 30 * 24 * 60 * 60;

export type SessionOrigin = "password" | "setup" | "demo" | "sign-up";

/** 256 random bits, base64url. */
export function newSecret(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

export function isSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** The row's id. */
export const sessionIdOf = digestOf;

/** SHA-256 in hexadecimal: what is kept of a secret. */
export async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Inserts a session row for every row of `source`; for writes that make an account and sign it in at once. */
export function sessionRow(id: string, accountId: string, how: SessionOrigin, source: SQL): SQL {
  return sql`insert into session (id, account_id, how, expires_at)
    select ${id}, ${accountId}::uuid, ${how}, portal_now() + make_interval(secs => ${SESSION_LASTS}) from ${source}`;
}

export interface Beginning {
  readonly accountId: string;
  readonly how: SessionOrigin;
  /** version of the account when its password was compared: a changed one lets no older sign-in through */
  readonly version?: number;
  /** row id of the session that the same browser had: it ends here */
  readonly instead?: string | null;
}

/** A new session of an active account: its secret, or null if the account was deactivated or changed meanwhile. */
export async function beginSession(
  portal: Portal,
  { accountId, how, version, instead }: Beginning,
): Promise<string | null> {
  const secret = newSecret();
  const unchanged = version === undefined ? sql`true` : sql`version = ${version}`;
  // The lock makes a deactivation that is under way wait, or be seen: no session outlives it.
  const [row] = await portal.store.writer.rows<{ id: string }>(sql`
    with who as materialized (
      select id from account where id = ${accountId}::uuid and active and ${unchanged} for share),
    begun as (${sessionRow(await sessionIdOf(secret), accountId, how, sql`who`)} returning id),
    ended as (delete from session where id = ${instead ?? null} and exists (select 1 from who))
    select id from begun`);
  return row ? secret : null;
}

/** Whether the row of this secret lives, is of an active account, and began within the last minute. */
export async function isFresh(portal: Portal, secret: string): Promise<boolean> {
  const [row] = await portal.store.reader.rows(sql`
    select 1 from session s join account a on a.id = s.account_id and a.active
    where s.id = ${await sessionIdOf(secret)} and s.expires_at > portal_now()
      and s.created_at > portal_now() - interval '1 minute'`);
  return row !== undefined;
}

/** Signing out. Ending what has ended already is no fault. */
export async function endSession(portal: Portal, id: string): Promise<void> {
  await portal.store.writer.rows(sql`delete from session where id = ${id}`);
}

/** Whether the account `a` was not seen within the last minutes: how exact “last seen” is, and how rarely it is written. */
export const unseenLately: SQL = sql`(a.last_seen_at is null or a.last_seen_at < portal_now() - interval '10 minutes')`;

/** Notes that an account is here. Whoever is writing the row just now is not waited for: the next request notes it. */
export async function noteSeen(portal: Portal, accountId: string): Promise<void> {
  await portal.store.writer.rows(sql`
    with here as (select a.id from account a where a.id = ${accountId}::uuid and a.active and ${unseenLately}
      for no key update skip locked)
    update account a set last_seen_at = portal_now() from here where a.id = here.id`);
}

/** Rows that no cookie can use any more. */
export async function endExpiredSessions(portal: Portal): Promise<number> {
  const [row] = await portal.store.writer.rows<{ ended: number }>(sql`
    with ended as (delete from session where expires_at <= portal_now() returning 1)
    select count(*)::int as ended from ended`);
  return row?.ended ?? 0;
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
