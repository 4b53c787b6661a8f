/** What a verb about an account would answer, and what would follow, before it is carried out. */
import { findToll } from "@/lib/permissions/toll";
import type { Viewer } from "@/lib/session/viewer";
import { previewDeactivateAccount } from "../commands/activation";
import { previewUnassignGlobalRole } from "../commands/global-roles";
import { previewUnmakeOwner } from "../commands/owners";

export type AccountVerb = "deactivate" | "unmake-owner" | { readonly takes: string };

export async function findAccountToll(viewer: Viewer, account: string, verb: AccountVerb) {
  const { answer, plan } = await previewOf(viewer, account, verb);
  return { answer, toll: await findToll(viewer, plan) };
}

function previewOf(viewer: Viewer, account: string, verb: AccountVerb) {
  const about = { account, reason: "" };
  if (verb === "deactivate") return previewDeactivateAccount(viewer, about);
  return verb === "unmake-owner"
    ? previewUnmakeOwner(viewer, about)
    : previewUnassignGlobalRole(viewer, { ...about, role: verb.takes });
}
