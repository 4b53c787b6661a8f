/** The tables as a file to keep, with the parts that its reader may administer; for others there is nothing here. */
import { absent } from "@/lib/action/not-found";
import { listTypes } from "@/lib/group-types/queries/list-types";
import { findExport } from "@/lib/permission-file/queries/find-export";
import { currentViewer } from "@/lib/session/current";

export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  // The same right as the page that links here.
  const text = (await listTypes(viewer)) && (await findExport(viewer));
  if (!text) return absent(request);
  return new Response(text, {
    headers: {
      "content-type": "application/yaml; charset=utf-8",
      "content-disposition": 'attachment; filename="guildhall-permissions.yaml"',
      "cache-control": "private, no-store",
    },
  });
}
