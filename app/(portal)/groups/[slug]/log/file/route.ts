/** A group's log as a file, narrowed as the page is; for others there is nothing here. */
import { logFile } from "../../../../_parts/log/log-file";

export async function GET(request: Request, context: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await context.params;
  return logFile(request, `/groups/${slug}`, slug);
}
