/**
 * Headers, nonce and the refusal of foreign forms, for every request without exception. Who may do what is decided
 * where it is done: nothing here knows an account, and the portal is as safe inside without this file.
 */
import { type NextRequest, NextResponse } from "next/server";
import { serverEnv } from "@/lib/env";
import { answerHeaders, contentSecurityPolicy, newNonce, ownOrigin, refuse, trustedHeaders } from "@/lib/http-guard";

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
    : NextResponse.next({ request: { headers: trustedHeaders(request.headers, own, { csp, nonce, id }) } });

  const headers = answerHeaders(request.nextUrl.pathname, csp, https);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  response.headers.set("x-request-id", id);
  return response;
}
