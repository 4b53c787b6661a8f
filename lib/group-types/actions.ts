"use server";
import { formAction } from "@/lib/action";
import { createRoleByForm, createTypeByForm, deleteRoleByForm, editTypeByForm } from "./commands/by-form";
import { deleteGroupType } from "./commands/delete-group-type";
import { renameGroupRole } from "./commands/group-roles";
import { moveGroupRole } from "./commands/move-group-role";
import { saveTable } from "./commands/save-table";
import { savedPath, typePath } from "./paths";
import * as shape from "./schema";
import * as form from "./schema-forms";
import * as says from "./sentences";

/** `data.kind: "moved"` means that nothing was saved yet: it says what moved meanwhile, and what was chosen. */
export const saveTableAction = formAction(form.tableForm, saveTable, {
  says: says.TABLE_SENTENCES,
  redirectTo: (data) => (data?.kind === "saved" ? savedPath(data) : null),
});

export const createTypeAction = formAction(form.createTypeForm, createTypeByForm, {
  says: says.CREATE_TYPE_SENTENCES,
  redirectTo: (data) => `${typePath(data?.type ?? "")}?done=created`,
});
export const editTypeAction = formAction(form.editTypeForm, editTypeByForm, {
  says: says.EDIT_TYPE_SENTENCES,
  refreshes: ["stale"],
});
export const deleteTypeAction = formAction(shape.deleteGroupType, deleteGroupType, {
  says: says.DELETE_TYPE_SENTENCES,
  redirectTo: "/admin/group/types?deleted=1",
});

export const createRoleAction = formAction(form.createRoleForm, createRoleByForm, { says: says.CREATE_ROLE_SENTENCES });
export const renameRoleAction = formAction(shape.renameGroupRole, renameGroupRole, {
  says: says.RENAME_ROLE_SENTENCES,
});
export const moveRoleAction = formAction(shape.moveGroupRole, moveGroupRole, { says: says.MOVE_ROLE_SENTENCES });
export const deleteRoleAction = formAction(shape.deleteGroupRole, deleteRoleByForm, {
  says: says.DELETE_ROLE_SENTENCES,
  redirectTo: (data) => `${typePath(data?.type ?? "")}?done=role-deleted`,
});
