/** From a cookie to a session: only decodes, at the edge as on Node. Whether the session lives is asked of the database. */
import { decode } from "next-auth/jwt";
import { type ServerEnv, serverEnv } from "@/lib/env";
import type { Portal } from "@/lib/portal";
import { cookieName } from "./cookies";
import { isSecret, sessionIdOf } from "./session";
import { findViewer, type Viewer } from "./viewer";

type Keys = Pick<ServerEnv, "AUTH_SECRET" | "PORTAL_URL" | "secureCookies">;

/** The session secret that a cookie carries, or null for whatever is not ours, expired or malformed. */
export async function sidOf(cookie: string | undefined, keys: Keys = serverEnv()): Promise<string | null> {
  if (!cookie || cookie.length > 4_096) return null;
  try {
    return secretIn(await decode({ token: cookie, secret: keys.AUTH_SECRET, salt: cookieName("session", keys) }));
  } catch {
    return null;
  }
}

/** A secret of the right shape, whatever else is truthy: an error object is nobody. */
export function secretIn(decoded: unknown): string | null {
  if (typeof decoded !== "object" || decoded === null || !("sid" in decoded)) return null;
  return typeof decoded.sid === "string" && isSecret(decoded.sid) ? decoded.sid : null;
}

/** Cookie, then one statement. A visitor unless the cookie decodes to a secret whose row lives. */
export async function findViewerOf(
  portal: Portal,
  cookie: string | undefined,
  how: { requestId?: string; keys?: Keys } = {},
): Promise<Viewer> {
  const sid = await sidOf(cookie, how.keys);
  const who = sid === null ? null : { session: await sessionIdOf(sid) };
  return findViewer(portal, who, { requestId: how.requestId });
}
