/** A file read and applied, for tests. */
import type { Viewer } from "@/lib/session/viewer";
import { applyFile } from "../commands/apply-file";
import { findPlan } from "../queries/find-plan";
import { readPermissionFile } from "../read";

export async function apply(viewer: Viewer, text: string, plan: string | null = null) {
  const { file, problems } = readPermissionFile(text);
  if (!file) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return applyFile(viewer, { file, plan, reason: "because" });
}

export async function plan(viewer: Viewer, text: string) {
  const found = await findPlan(viewer, text);
  if (!("file" in found)) throw new Error(JSON.stringify(found.problems));
  return found;
}
