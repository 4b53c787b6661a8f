"use server";
import { formAction } from "@/lib/action";
import { type AboutAccount, atAccount } from "./at-account";
import { deactivateAccount, reactivateAccount } from "./commands/activation";
import { deleteAccount } from "./commands/delete-account";
import { assignGlobalRole, unassignGlobalRole } from "./commands/global-roles";
import { makeOwner, unmakeOwner } from "./commands/owners";
import { accountVerb, bulkShape, globalRoleVerb } from "./schema-accounts";
import * as says from "./sentences-accounts";
import { startBulk } from "./start-bulk";

export const assignGlobalRoleAction = formAction(globalRoleVerb, atAccount(assignGlobalRole), {
  says: says.ASSIGN_SENTENCES,
  redirectTo: (data) => after(data, "given"),
});
export const unassignGlobalRoleAction = formAction(globalRoleVerb, atAccount(unassignGlobalRole), {
  says: says.UNASSIGN_SENTENCES,
  redirectTo: (data) => after(data, "taken"),
});
export const deactivateAccountAction = formAction(accountVerb, atAccount(deactivateAccount), {
  says: says.ACTIVATION_SENTENCES,
  redirectTo: (data) => after(data, "deactivated"),
});
export const reactivateAccountAction = formAction(accountVerb, atAccount(reactivateAccount), {
  says: says.ACTIVATION_SENTENCES,
  redirectTo: (data) => after(data, "reactivated"),
});
export const deleteAccountAction = formAction(accountVerb, atAccount(deleteAccount), {
  says: says.DELETE_SENTENCES,
  redirectTo: (data) => (data?.own ? "/goodbye" : "/admin/people?done=deleted"),
});
export const makeOwnerAction = formAction(accountVerb, atAccount(makeOwner), {
  says: says.OWNER_SENTENCES,
  redirectTo: (data) => after(data, "owner-made"),
});
export const unmakeOwnerAction = formAction(accountVerb, atAccount(unmakeOwner), {
  says: says.OWNER_SENTENCES,
  redirectTo: (data) => after(data, "owner-unmade"),
});
export const startBulkAction = formAction(bulkShape, startBulk, {
  says: says.BULK_SENTENCES,
  redirectTo: (data) => (data ? `/jobs/${data.job}` : null),
  refreshes: ["stale"],
});

/** Whoever changed their own account may not be let in here any more. */
function after(data: AboutAccount | null, done: string): string {
  return data?.own ? "/home" : `/admin/people/${data?.account}?done=${done}`;
}
