/** What a verb about an account would answer, and what would follow, before it is carried out. */
import type { Viewer } from "@/lib/session/viewer";
import { previewDeactivateAccount } from "../commands/activation";
import { previewDeleteAccount } from "../commands/delete-account";
import { previewUnassignGlobalRole } from "../commands/global-roles";
import { previewUnmakeOwner } from "../commands/owners";
import { findEnd } from "./find-end";
import { findPeopleToll } from "./find-people-toll";

export type AccountVerb = "unmake-owner" | { readonly takes: string };
export type EndVerb = "deactivate" | "delete";

export async function findAccountToll(viewer: Viewer, account: string, verb: AccountVerb) {
  const about = { account, reason: "" };
  const { answer, plan } = await (verb === "unmake-owner"
    ? previewUnmakeOwner(viewer, about)
    : previewUnassignGlobalRole(viewer, { ...about, role: verb.takes }));
  return { answer, toll: await findPeopleToll(viewer, plan) };
}

/** What ends with the account, for the two verbs that end it; `end` is null where the verb is refused. */
export async function findAccountEnd(viewer: Viewer, account: string, verb: EndVerb) {
  const previewOf = verb === "delete" ? previewDeleteAccount : previewDeactivateAccount;
  const { answer, plan } = await previewOf(viewer, { account, reason: "" });
  return { answer, end: plan && (await findEnd(viewer, account, plan)) };
}
