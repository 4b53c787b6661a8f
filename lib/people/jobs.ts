/** What is done to several accounts, a line each: the command of one account, by the rights that the asker has then. */
import type { LinesKind } from "@/lib/jobs/kind";
import { deactivateAccount, reactivateAccount } from "./commands/activation";
import { assignGlobalRole, unassignGlobalRole } from "./commands/global-roles";
import {
  type AccountVerbInput,
  accountVerb,
  BULK_KINDS,
  type GlobalRoleVerbInput,
  globalRoleVerb,
} from "./schema-accounts";

export const deactivatePeopleJob: LinesKind<AccountVerbInput> = {
  kind: BULK_KINDS.deactivate,
  line: accountVerb,
  carryOut: deactivateAccount,
};

export const reactivatePeopleJob: LinesKind<AccountVerbInput> = {
  kind: BULK_KINDS.reactivate,
  line: accountVerb,
  carryOut: reactivateAccount,
};

export const giveRoleJob: LinesKind<GlobalRoleVerbInput> = {
  kind: BULK_KINDS.give,
  line: globalRoleVerb,
  carryOut: assignGlobalRole,
};

export const takeRoleJob: LinesKind<GlobalRoleVerbInput> = {
  kind: BULK_KINDS.take,
  line: globalRoleVerb,
  carryOut: unassignGlobalRole,
};
