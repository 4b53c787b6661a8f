import type { GlobalPermission } from "@/lib/policy/catalogue";
import { decideGlobal } from "@/lib/policy/decide";
import type { PolicyViewer } from "@/lib/policy/facts";

const RIGHTS: readonly GlobalPermission[] = [
  "group.overview",
  "type.administer",
  "people.administer",
  "permission.administer",
  "audit.view",
  "setting.administer",
];

/** Whether anything of the portal itself is this viewer's to look after, so that the way there is worth showing. */
export function administers(viewer: PolicyViewer): boolean {
  return RIGHTS.some((right) => decideGlobal(viewer, right).allowed);
}
