/** The portal under test as specs reach it: its address over HTTP, and its database as the portal itself and as the owner. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { openPortal, type Portal } from "@/lib/portal";
import { cookieName } from "@/lib/session/cookies";
import { beginSession } from "@/lib/session/session";

function told(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the specs run by “npm test -- browser”`);
  return value;
}

export const address = (): string => told("E2E_ADDRESS");

let opened: Promise<Portal> | null = null;

/** A portal value of this process, on the database of the portal under test. */
export function portalHere(): Promise<Portal> {
  opened ??= openPortal({ url: told("E2E_APP_URL"), size: 3, logLevel: "silent" });
  return opened;
}

export async function closePortalHere(): Promise<void> {
  if (opened) await (await opened).store.end();
  opened = null;
}

/** Runs work as the database's owner, for looking behind the portal's back. */
export async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: told("E2E_OWNER_URL") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export interface Cookie {
  readonly name: string;
  readonly value: string;
}

/** A live session of an account as the browser would hold it. */
export async function sessionCookie(accountId: string): Promise<Cookie> {
  const secret = await beginSession(await portalHere(), { accountId, how: "demo" });
  if (!secret) throw new Error("only active accounts have sessions");
  const at = { PORTAL_URL: address(), secureCookies: false };
  const name = cookieName("session", at);
  const { authSecret } = JSON.parse(readFileSync(join(told("E2E_FOLDER"), "secrets.json"), "utf8"));
  return { name, value: await encode({ token: { sid: secret }, secret: authSecret, salt: name, maxAge: 3600 }) };
}
