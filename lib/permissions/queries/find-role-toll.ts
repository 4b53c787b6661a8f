/** What deleting a global role would answer, and what would follow; `seen` stands for that in the form that deletes it. */
import type { Viewer } from "@/lib/session/viewer";
import { previewDeleteGlobalRole } from "../commands/global-roles";
import { findToll, seenOf } from "../toll";

export async function findRoleToll(viewer: Viewer, role: string) {
  const { answer, plan } = await previewDeleteGlobalRole(viewer, { role, reason: "" });
  const toll = await findToll(viewer, plan);
  return { answer, toll, seen: toll ? seenOf(toll) : "" };
}
