/** What the palette shows while one types, as data: for this viewer alone, kept by nobody. */
import { listFound } from "@/lib/palette/queries";
import { queryKey } from "@/lib/prefix";
import { currentViewer } from "@/lib/session/current";
import type { Answer } from "./_parts/answer";
import { waysOf } from "./_parts/ways";

export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  const [q = null, ...others] = new URL(request.url).searchParams.getAll("q");
  // Asked twice is not asked by the palette, and counts as not asked.
  const typed = others.length > 0 ? null : q;
  const [found, ways] = await Promise.all([
    listFound(viewer, typed),
    // Pages and actions do not depend on what is typed, so that they come with the first answer alone.
    queryKey(typed) === "" ? waysOf(viewer) : null,
  ]);
  const answer: Answer = { ...found, ways };
  return Response.json(answer, { headers: { "cache-control": "private, no-store" } });
}
