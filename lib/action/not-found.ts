/**
 * The answer of a route for what is not there: byte for byte that of an address at which nobody made anything. A route
 * handler has no page of its own to say so, and Next renders none for it, so the portal asks itself for one. (Next's
 * router alone, which sends `RSC: 1`, is told by Next itself that there is a route, before it is asked.)
 */
import { headers } from "next/headers";
import { serverEnv } from "@/lib/env";

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

/** `request` is the one to be answered. */
export async function absent(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, first = ""] = pathname.split("/");
  // As long as the part that it stands for, and such that no page begins with it.
  const nowhere = "~".repeat(first.length);
  try {
    const answer = await askOneself(`/${nowhere}${pathname.slice(first.length + 1)}`);
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

/** The page is the same for everybody and every method, so nothing of the request goes along. */
async function askOneself(path: string): Promise<{ status: number; headers: Headers; body: string }> {
  const { HOST, PORT } = serverEnv();
  const host = HOST === "0.0.0.0" ? "127.0.0.1" : HOST === "::" ? "[::1]" : HOST;
  const answer = await fetch(`http://${host}:${PORT}${path}`, {
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.timeout(5_000),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}
