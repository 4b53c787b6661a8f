/** What would end with one's own account, and whether one may go at all. */
import type { Viewer } from "@/lib/session/viewer";
import { previewLeavePortal } from "../commands/leave-portal";
import { findOwnAccount } from "../own-account";
import { type AccountEnd, findEnd } from "./find-end";

export type OwnEnd =
  | { readonly lastOwner: true }
  | { readonly lastOwner: false; readonly hasPassword: boolean; readonly end: AccountEnd };

/** Null for whoever is not signed in, and while one looks at the portal as somebody else. */
export async function findOwnEnd(viewer: Viewer): Promise<OwnEnd | null> {
  const account = await findOwnAccount(viewer);
  if (!account || !viewer.account) return null;
  const { answer, plan } = await previewLeavePortal(viewer, "deleted");
  if (answer === "last-owner") return { lastOwner: true };
  if (!plan) return null;
  return { lastOwner: false, hasPassword: account.hasPassword, end: await findEnd(viewer, viewer.account.id, plan) };
}
