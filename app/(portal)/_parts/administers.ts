import type { PolicyViewer } from "@/lib/policy/facts";
import { sectionsFor } from "../admin/_parts/sections";

/** Whether anything of the portal itself is this viewer's to look after, so that the way there is worth showing. */
export function administers(viewer: PolicyViewer): boolean {
  return sectionsFor(viewer).length > 0;
}
