/** Back from signing in: to the link that waited in the cookie, or to the groups if none did. */
import { isJoinToken } from "@/lib/join-links/token";
import { currentJoinToken } from "@/lib/session/current";

export async function GET(request: Request): Promise<Response> {
  // A script that would follow by itself would show the link's page under this address: the browser has to come itself.
  if (request.headers.get("accept")?.includes("text/x-component")) return new Response(null, { status: 204 });
  const token = await currentJoinToken();
  const location = token && isJoinToken(token) ? `/join/${token}` : "/groups";
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });
}
