/**
 * The answer of a route for what is not there: byte for byte that of an address at which nobody made anything. A route
 * handler has no page of its own to say so, and Next renders none for it, so the portal asks itself for one.
 */
import { headers } from "next/headers";
import { isLoopback, serverEnv } from "@/lib/env";

// Of one connection only, or of a body that is not sent on as it came.
const NOT_PASSED_ON = [
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-encoding",
  "content-length",
  "date",
  "vary",
];

/** `request` is the one to be answered; its body is of no interest. */
export async function absent(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, first = ""] = pathname.split("/");
  // As long as the part that it stands for, and such that no page begins with it.
  const nowhere = "~".repeat(first.length);
  try {
    const answer = await askOneself(request, `/${nowhere}${pathname.slice(first.length + 1)}`);
    const nonce = /[^-]nonce="([^"]+)"/.exec(answer.body)?.[1];
    const own = (await headers()).get("x-nonce");
    const asked = answer.body.replaceAll(nowhere, first);
    const body = nonce && own ? asked.replaceAll(nonce, own) : asked;
    const head = new Headers(answer.headers);
    for (const name of NOT_PASSED_ON) head.delete(name);
    const link = head.get("link");
    if (link && nonce && own) head.set("link", link.replaceAll(nonce, own));
    return new Response(request.method === "HEAD" ? null : body, { status: answer.status, headers: head });
  } catch {
    return new Response(null, { status: 404 });
  }
}

async function askOneself(request: Request, path: string): Promise<{ status: number; headers: Headers; body: string }> {
  const { HOST, PORT, PORTAL_URL } = serverEnv();
  const host = HOST === "0.0.0.0" ? "127.0.0.1" : HOST === "::" ? "[::1]" : HOST;
  const inside = `http://${host}:${PORT}`;
  const head = new Headers(request.headers);
  for (const name of ["host", "content-type", "accept-encoding", ...NOT_PASSED_ON]) head.delete(name);
  head.set("origin", isLoopback(new URL(PORTAL_URL).hostname) ? inside : PORTAL_URL);
  const answer = await fetch(inside + path, {
    method: request.method === "HEAD" ? "GET" : request.method,
    headers: head,
    body: request.method === "GET" || request.method === "HEAD" ? undefined : "",
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.timeout(5_000),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}
