/** On the way to an account the link waits in a cookie that no script reads, so that no address carries it further. */
import { cookies } from "next/headers";
import { isJoinToken } from "@/lib/join-links/token";
import { cookieName, cookieOptions } from "@/lib/session/cookies";

const AN_HOUR = 3600;
const WAYS = new Map([
  ["sign-in", "/sign-in"],
  ["sign-up", "/sign-up"],
  ["sign-out", "/sign-in"],
]);

export async function POST(request: Request, context: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await context.params;
  const form = await request.formData().catch(() => null);
  const way = WAYS.get(String(form?.get("way") ?? ""));
  if (!way || !isJoinToken(token)) return new Response(null, { status: 404 });
  (await cookies()).set(cookieName("join"), token, cookieOptions(AN_HOUR));
  return new Response(null, { status: 303, headers: { location: `${way}?next=/join/continue` } });
}
