/** Stepping in as a browser does it: the session's secret goes into the cookie and nowhere else. */
import type { Outcome } from "@/lib/gate/command";
import { enter } from "@/lib/session/auth";
import { ownPath } from "@/lib/session/own-path";
import type { Viewer } from "@/lib/session/viewer";
import { stepIn } from "./step-in";

export async function stepInHere(
  viewer: Viewer,
  { account, next }: { account: string; next?: string },
): Promise<Outcome<"not-found" | "stepped-in", { next: string }>> {
  const { answer, done, data } = await stepIn(viewer, { account });
  if (data) await enter(data.secret);
  return { answer, done, data: done ? { next: ownPath(next, "/home") } : null };
}
