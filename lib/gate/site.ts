import type { Viewer } from "@/lib/session/viewer";

/** Whether the portal itself acts: building a world, or doing what falls due. It is asked nothing but whether it is possible. */
export const isSite = (viewer: Viewer): boolean => viewer.kind === "site";
