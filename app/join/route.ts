/**
 * Reads a pasted invitation and leads to its page on this portal, wherever the pasted address pointed.
 * It looks nothing up and changes nothing; it is a post only so that no log keeps the token in a query.
 */
import { tokenIn } from "./_parts/token-in";

export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  const pasted = form?.get("link");
  const token = typeof pasted === "string" ? tokenIn(pasted) : null;
  return new Response(null, {
    status: 303,
    headers: { location: token ? `/join/${token}` : "/?invitation=unreadable#link" },
  });
}
