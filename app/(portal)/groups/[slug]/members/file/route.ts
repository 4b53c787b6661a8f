/** The list of members as a file that a spreadsheet opens; for whoever may not read the list there is nothing here. */
import { absent } from "@/lib/action/not-found";
import { listMembersAsCsv } from "@/lib/members/queries/list-members-as-csv";
import { Refusal } from "@/lib/refusal";
import { currentClient, currentViewer } from "@/lib/session/current";
import { askedFrom } from "../_parts/asked";

const STATUS: Readonly<Record<string, number>> = { "rate-limited": 429, "read-only": 403 };

export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const viewer = await currentViewer();
  const { slug } = await params;
  const asked = askedFrom(Object.fromEntries(new URL(request.url).searchParams));
  try {
    const lines = await listMembersAsCsv(viewer, slug, asked, await currentClient());
    if (!lines) return absent(request);
    return new Response(streamOf(lines), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="members-of-${slug}.csv"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(error.message, {
      status: STATUS[error.code] ?? 403,
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
    });
  }
}

/** A batch is asked for when the one before has been sent. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
