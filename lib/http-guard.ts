/**
 * What every request is held to before a page or an action sees it: whose form it is, how large it may be,
 * and the headers that go out with the answer. It knows no account and no group, and does no I/O.
 */

/** The most bytes that any form or action may send. */
export const BODY_LIMIT = 256 * 1024;

export type Refused = { status: 403 | 411 | 413; message: string };
export type Asked = { method: string; headers: Pick<Headers, "get"> };

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/**
 * The origin that this portal's own pages have, or null if the request came by a name that is not the portal's.
 * On a loopback address every loopback name will do (people type 127.0.0.1 as well as localhost), which a
 * rebound foreign name is not; anywhere else the configured address alone counts and `Host` is not asked.
 */
export function ownOrigin(configured: string, host: string | null): string | null {
  const portal = new URL(configured);
  if (!LOOPBACK.has(portal.hostname)) return portal.origin;
  const asked = host ? parsed(`${portal.protocol}//${host}`) : null;
  return asked && LOOPBACK.has(asked.hostname) && asked.host === host ? asked.origin : null;
}

type Guard = (request: Asked, own: string | null) => Refused | null;

const foreign: Guard = (request, own) =>
  own !== null && request.headers.get("origin") === own
    ? null
    : { status: 403, message: "This form was not sent from this portal. Open the page again and send it there." };

const unmeasured: Guard = (request) =>
  /^\d{1,15}$/.test(request.headers.get("content-length") ?? "")
    ? null
    : { status: 411, message: "This request does not say how long it is. Send it with a Content-Length." };

const oversized: Guard = (request) =>
  Number(request.headers.get("content-length")) <= BODY_LIMIT
    ? null
    : { status: 413, message: "This is more than 256 kB. Go back, shorten it, and send it again." };

/** What a request that may change something has to pass, in this order. Named so that a test can take each out. */
export const GUARDS: Readonly<Record<string, Guard>> = { foreign, unmeasured, oversized };

/** Why this request goes no further, or null. `own` is from {@link ownOrigin}. */
export function refuse(request: Asked, own: string | null, guards = GUARDS): Refused | null {
  if (SAFE.has(request.method.toUpperCase())) return null;
  for (const guard of Object.values(guards)) {
    const refused = guard(request, own);
    if (refused) return refused;
  }
  return null;
}

/** 128 random bits, in letters that need no escaping in a header or an attribute. */
export function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

/** The policy of every page. Development needs eval for React's stack traces and inline styles for its overlay. */
export function contentSecurityPolicy(nonce: string, { dev = false, https = false } = {}): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    dev ? "connect-src 'self' ws:" : "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** The policy of a mail that a demo shows as a mail reader would: its looks stand in it, and it does nothing at all. */
const LETTER_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "frame-ancestors 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "sandbox allow-same-origin allow-top-navigation-by-user-activation",
].join("; ");

/** The policy of the answer to `pathname`. Where no mail is shown, the address of its looks is like any other that is not there. */
export function policyOf(pathname: string, csp: string, { showsMail }: { showsMail: boolean }): string {
  return showsMail && /^\/dev\/mail\/[^/]+\/looks$/.test(pathname) ? LETTER_POLICY : csp;
}

/**
 * The request as the portal may believe it: policy, nonce and id are this request's own whatever came in,
 * and the forwarded host is the portal's, never the sender's word.
 */
export function trustedHeaders(incoming: Headers, own: string | null, set: { csp: string; nonce: string; id: string }) {
  const headers = new Headers(incoming);
  for (const name of ["x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "forwarded"]) headers.delete(name);
  headers.delete("content-security-policy-report-only");
  if (own) {
    const { host, protocol } = new URL(own);
    headers.set("x-forwarded-host", host);
    headers.set("x-forwarded-proto", protocol.slice(0, -1));
  }
  headers.set("content-security-policy", set.csp);
  headers.set("x-nonce", set.nonce);
  headers.set("x-request-id", set.id);
  return headers;
}

const ALWAYS: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), browsing-topics=()",
};

/** Files of the build and of `public/`: the same for everybody, so a shared cache may keep them. */
export function isAsset(pathname: string): boolean {
  return pathname.startsWith("/_next/static/") || pathname === "/icon.svg" || pathname === "/favicon.ico";
}

// The words that Next itself says on a page that is not there, so that a route's answer differs in nothing from it.
const KEPT_BY_NOBODY = "private, no-cache, no-store, max-age=0, must-revalidate";

/** Addresses of join links, however their letters are escaped. */
function isJoin(pathname: string): boolean {
  return /^\/(j|%6a)(o|%6f)(i|%69)(n|%6e)(\/|$)/i.test(pathname);
}

/** The headers of the answer to `pathname`. */
export function answerHeaders(pathname: string, csp: string, https: boolean): Record<string, string> {
  const headers: Record<string, string> = { ...ALWAYS };
  // A kept file outlives the request, so it carries no nonce; nothing in it needs to load anything.
  if (isAsset(pathname)) headers["content-security-policy"] = "default-src 'none'; frame-ancestors 'none'";
  else Object.assign(headers, { "content-security-policy": csp, "cache-control": KEPT_BY_NOBODY });
  if (https) headers["strict-transport-security"] = "max-age=63072000";
  if (isJoin(pathname)) headers["x-robots-tag"] = "noindex";
  return headers;
}
