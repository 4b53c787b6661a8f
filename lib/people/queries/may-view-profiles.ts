/** Whether names of people lead to pages about them. */
import { decideGlobal } from "@/lib/policy/decide";
import type { PolicyViewer } from "@/lib/policy/facts";

export function mayViewProfiles(viewer: PolicyViewer): boolean {
  return decideGlobal(viewer, "profile.view").allowed;
}
