/** The reason for one answer as data, as the page of reasons tells it: for this viewer alone, kept by nobody. */
import { findExplanation } from "@/lib/explain/queries/find-explanation";
import { oneself, whoOf } from "@/lib/explain/who";
import { currentViewer } from "@/lib/session/current";

const PRIVATE = { "cache-control": "private, no-store" };

export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  const query = new URL(request.url).searchParams;
  const said = query.get("who");
  const who = said === null ? oneself(viewer) : (whoOf(said) ?? { kind: "roles" as const, roles: [""] });
  const asked = { group: { slug: query.get("group") ?? "" }, who, permission: query.get("permission") };
  const explanation = await findExplanation(viewer, asked);
  return Response.json(explanation, { status: explanation ? 200 : 404, headers: PRIVATE });
}
