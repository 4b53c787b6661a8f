/** A log as a file to keep: as many lines at a time as somebody takes, and nothing that a spreadsheet would run. */
import { absent } from "@/lib/action/not-found";
import { exportLog, FORMATS, type Format } from "@/lib/audit/export";
import { Refusal } from "@/lib/refusal";
import { currentViewer } from "@/lib/session/current";
import { askedFrom } from "./asked";

const TYPES: Readonly<Record<Format, string>> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/x-ndjson; charset=utf-8",
};
const PRIVATE = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };
const TOO_OFTEN = "You have taken the log along very often within this hour. Try again later.";

/** `group`: the address of the group whose log it is; null for the whole log. */
export async function logFile(request: Request, base: string, group: string | null): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const { after: _after, ...query } = askedFrom(params, base);
  const format = FORMATS.find((one) => one === params.format) ?? "csv";
  try {
    const file = await exportLog(await currentViewer(), { group, query, format });
    if (!file) return absent(request);
    if (file.kind === "too-often") return said(429, TOO_OFTEN);
    return new Response(streamed(file.parts), {
      headers: {
        ...PRIVATE,
        "content-type": TYPES[format],
        "content-disposition": `attachment; filename="guildhall-log.${format}"`,
      },
    });
  } catch (error) {
    if (error instanceof Refusal) return said(403, error.message);
    throw error;
  }
}

const said = (status: number, words: string) =>
  new Response(words, { status, headers: { ...PRIVATE, "content-type": "text/plain; charset=utf-8" } });

/** The next batch is read when there is room for it; whoever goes away asks for none. */
function streamed(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
