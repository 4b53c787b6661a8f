import type { PolicyViewer } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";

/** Whether the portal itself acts: building a world, or doing what falls due. It is asked nothing but whether it is possible. */
export const isSite = (viewer: Viewer): boolean => viewer.kind === "site";

/** Whom the policy is asked about: the portal itself is above everybody, as a site owner is, and bound by the possible. */
export function actorOf(viewer: Viewer): PolicyViewer {
  if (!isSite(viewer)) return viewer;
  const globalRoles = new Set(viewer.policy.globalRoles.keys());
  return { account: { id: "", active: true, owner: true }, globalRoles, globalPermissions: new Set() };
}
