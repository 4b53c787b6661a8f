// Promise: a browser is signed in by one cookie that carries a session secret and nothing else: no name, no role.
// Whoever proved to be an account – by password, setup link, sign-up or as a demo person – comes through `enter`.
import NextAuth, { type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { serverEnv } from "@/lib/env";
import { cookieName, cookieOptions } from "./cookies";
import { currentPortal } from "./current";
import { secretIn } from "./decode";
import { ownPath } from "./own-path";
import { endSession, isFresh, isSecret, SESSION_LASTS, sessionIdOf } from "./session";
import type { Viewer } from "./viewer";

const { handlers, signIn, signOut } = NextAuth(configuration);

/** The sign-in library's own routes. They make no session: that is done before the library hears of it. */
export const { GET, POST } = handlers;

/** Puts a session that just began into this browser's cookie. Only in a server action or a route handler. */
export async function enter(secret: string): Promise<void> {
  await signIn(PROVIDER, { secret, redirect: false, redirectTo: "/home" });
}

/** Ends the viewer's session and takes the cookie away. */
export async function leave(viewer: Viewer): Promise<void> {
  if (viewer.session) await endSession(viewer.portal, viewer.session);
  await signOut({ redirect: false, redirectTo: "/" });
}

const PROVIDER = "session";
// Where to go on is said each time: the library would else keep the page one came from, a join link's too, in a cookie.

function configuration(): NextAuthConfig {
  const env = serverEnv();
  return {
    secret: env.AUTH_SECRET,
    basePath: "/api/auth",
    trustHost: true,
    session: { strategy: "jwt", maxAge: SESSION_LASTS },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in" },
    cookies: {
      sessionToken: { name: cookieName("session"), options: cookieOptions(SESSION_LASTS) },
      csrfToken: { name: cookieName("csrf"), options: cookieOptions() },
      callbackUrl: { name: cookieName("back"), options: cookieOptions() },
    },
    providers: [Credentials({ id: PROVIDER, name: "Session", credentials: { secret: {} }, authorize })],
    callbacks: {
      // Whatever the library would put in the token is left out; without a secret there is no token.
      jwt: ({ token, user }) => {
        const sid = secretIn(user) ?? secretIn(token);
        return sid === null ? null : { sid };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        baseUrl + ownPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url, "/home"),
    },
    events: { signOut: async (message) => end("token" in message ? message.token : null) },
    logger: {
      error: (error) => void currentPortal().then(({ log }) => log.warn({ kind: error.name }, "sign-in library")),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** A secret is a proof of identity only while its session is newly begun, so that no other way in opens here. */
async function authorize({ secret }: Partial<Record<string, unknown>>) {
  if (typeof secret !== "string" || !isSecret(secret) || !(await isFresh(await currentPortal(), secret))) return null;
  return { id: await sessionIdOf(secret), sid: secret };
}

async function end(token: unknown): Promise<void> {
  const secret = secretIn(token);
  if (secret !== null) await endSession(await currentPortal(), await sessionIdOf(secret));
}
