/** Changes of site-wide rights and roles that reach so many that nobody should wait for the answer. */
import type { WholeKind } from "@/lib/jobs/kind";
import { changeGlobalGrantsLater, deleteGlobalRoleLater } from "./commands/later";
import {
  type ChangeGlobalGrantsLater,
  changeGlobalGrantsLater as changes,
  type DeleteGlobalRoleLater,
  deleteGlobalRoleLater as role,
} from "./schema";

export const changeGlobalGrantsJob: WholeKind<ChangeGlobalGrantsLater> = {
  kind: "permission.change",
  input: changes,
  committed: "changed",
  carryOut: changeGlobalGrantsLater,
};

export const deleteGlobalRoleJob: WholeKind<DeleteGlobalRoleLater> = {
  kind: "role.delete",
  input: role,
  committed: "deleted",
  carryOut: deleteGlobalRoleLater,
};
