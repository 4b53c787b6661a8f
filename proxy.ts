/**
 * Headers, nonce and the refusal of foreign forms, for every request without exception. Who may do what is decided
 * where it is done: nothing here knows an account, and the portal is as safe inside without this file.
 */
import { type NextRequest, NextResponse } from "next/server";
import { serverEnv } from "@/lib/env";
import {
  answerHeaders,
  contentSecurityPolicy,
  newNonce,
  ownOrigin,
  policyOf,
  refuse,
  trustedHeaders,
} from "@/lib/http-guard";

export function proxy(request: NextRequest): NextResponse {
  const { PORTAL_URL, GUILDHALL_MODE } = serverEnv();
  const own = ownOrigin(PORTAL_URL, request.headers.get("host"));
  const https = PORTAL_URL.startsWith("https:");
  const nonce = newNonce();
  const id = crypto.randomUUID();
  const csp = contentSecurityPolicy(nonce, { dev: GUILDHALL_MODE === "dev", https });

  const refused = refuse(request, own);
  const response = refused
    ? new NextResponse(`${refused.message}\n`, {
        status: refused.status,
        headers: { "content-type": "text/plain; charset=utf-8" },
      })
    : goOn(request, trustedHeaders(request.headers, own, { csp, nonce, id }));

  const { pathname } = request.nextUrl;
  const headers = answerHeaders(pathname, policyOf(pathname, csp, { showsMail: GUILDHALL_MODE !== "portal" }), https);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  response.headers.set("x-request-id", id);
  return response;
}

/** The framework serves the page of its own failures at an address too, with a 500; to whoever asks, nothing is there. */
function goOn({ nextUrl }: NextRequest, headers: Headers): NextResponse {
  const request = { headers };
  if (nextUrl.pathname !== "/_global-error") return NextResponse.next({ request });
  return NextResponse.rewrite(new URL("/_not-found", nextUrl), { request });
}
