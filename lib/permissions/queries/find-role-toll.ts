/** What deleting a global role would answer, and what would follow. */
import type { Viewer } from "@/lib/session/viewer";
import { previewDeleteGlobalRole } from "../commands/global-roles";
import { findToll } from "../toll";

export async function findRoleToll(viewer: Viewer, role: string) {
  const { answer, plan } = await previewDeleteGlobalRole(viewer, { role, reason: "" });
  return { answer, toll: await findToll(viewer, plan) };
}
