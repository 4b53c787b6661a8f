/** The portal's cookies by name: `__Host-` on https, and on plain http one set per port, since cookies know no ports. */
import { type ServerEnv, serverEnv } from "@/lib/env";

/** `session`: who; `join`: a join link on its way through sign-in; `csrf` and `back` are the sign-in library's own. */
export type CookiePurpose = "session" | "join" | "csrf" | "back";

type Address = Pick<ServerEnv, "PORTAL_URL" | "secureCookies">;

export function cookieName(purpose: CookiePurpose, address: Address = serverEnv()): string {
  if (address.secureCookies) return `__Host-guildhall.${purpose}`;
  return `guildhall-${new URL(address.PORTAL_URL).port || "80"}.${purpose}`;
}

/** No script reads it, no foreign form sends it, no subdomain sets it. `maxAge` in seconds; without it: until the browser closes. */
export function cookieOptions(maxAge?: number, address: Address = serverEnv()) {
  return { path: "/", httpOnly: true, sameSite: "lax" as const, secure: address.secureCookies, maxAge };
}
