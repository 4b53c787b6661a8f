/** One's own data as a file; for whoever is not signed in there is nothing here. */
import { absent } from "@/lib/action/not-found";
import { ownDataFile } from "@/lib/people/own-data";
import { Refusal } from "@/lib/refusal";
import { currentViewer } from "@/lib/session/current";

export async function GET(request: Request): Promise<Response> {
  const file = await ownDataFile(await currentViewer()).catch(nothingToRefused);
  if (file === "not-found") return absent(request);
  if (file === "rate-limited") return new Response(null, { status: 303, headers: { location: "/account?data=wait" } });
  return new Response(file.text, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="guildhall-my-data.json"',
      "cache-control": "private, no-store",
    },
  });
}

/** Somebody who looks as somebody else has no data here. */
function nothingToRefused(error: unknown): "not-found" {
  if (error instanceof Refusal) return "not-found";
  throw error;
}
