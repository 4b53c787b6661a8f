/** The beacon that the page's script sends: previews and prefetches run no script, so they are not counted. */
import { countOpening } from "@/lib/join-links/openings";
import { currentPortal, currentViewer } from "@/lib/session/current";

export async function POST(_request: Request, context: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await context.params;
  const viewer = await currentViewer();
  // Whoever looks as somebody else leaves no trace of them.
  if (!viewer.behind) await countOpening(await currentPortal(), token, viewer.account !== null);
  return new Response(null, { status: 204 });
}
