/** The log as a file, narrowed as the page is; for others there is nothing here. */
import { logFile } from "../../../_parts/log/log-file";

export async function GET(request: Request): Promise<Response> {
  return logFile(request, "/admin/audit", null);
}
