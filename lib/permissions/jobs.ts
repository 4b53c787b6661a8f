/** Changes of site-wide rights and roles that reach so many that nobody should wait for the answer. */
import type { WholeKind } from "@/lib/jobs/kind";
import { changeGlobalGrants } from "./commands/change-global-grants";
import { deleteGlobalRole } from "./commands/global-roles";
import {
  type ChangeGlobalGrantsInput,
  changeGlobalGrants as changes,
  type DeleteGlobalRoleInput,
  deleteGlobalRole as role,
} from "./schema";

export const changeGlobalGrantsJob: WholeKind<ChangeGlobalGrantsInput> = {
  kind: "permission.change",
  input: changes,
  committed: "changed",
  carryOut: changeGlobalGrants,
};

export const deleteGlobalRoleJob: WholeKind<DeleteGlobalRoleInput> = {
  kind: "role.delete",
  input: role,
  committed: "deleted",
  carryOut: deleteGlobalRole,
};
