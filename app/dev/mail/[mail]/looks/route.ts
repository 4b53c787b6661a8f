/** A mail as a mail reader would show it: a page by itself, which may run nothing and fetch nothing (`lib/http-guard.ts`). */
import { absent } from "@/lib/action/not-found";
import { findSentMail } from "@/lib/outbox/queries";
import { currentViewer } from "@/lib/session/current";

export async function GET(request: Request, { params }: { params: Promise<{ mail: string }> }): Promise<Response> {
  const mail = await findSentMail(await currentViewer(), (await params).mail);
  if (!mail?.html) return absent(request);
  return new Response(mail.html, { headers: { "content-type": "text/html; charset=utf-8" } });
}
