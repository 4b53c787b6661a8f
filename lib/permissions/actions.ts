"use server";
import { formAction } from "@/lib/action";
import { createGlobalRoleByForm } from "./commands/by-form";
import { deleteGlobalRole } from "./commands/global-roles";
import { saveGlobalTable } from "./commands/save-global-table";
import { deleteGlobalRole as deleteShape } from "./schema";
import { createGlobalRoleForm, globalTableForm } from "./schema-forms";
import * as says from "./sentences";

/** `data.kind` other than `saved` means that nothing was saved yet: it says what to look at first. */
export const saveGlobalTableAction = formAction(globalTableForm, saveGlobalTable, {
  says: says.GLOBAL_TABLE_SENTENCES,
  redirectTo: (data) =>
    data?.kind === "saved"
      ? `/admin/people/permissions?${new URLSearchParams({ ...(data.role && { role: data.role }), saved: data.request ?? "nothing" })}`
      : null,
});

export const createGlobalRoleAction = formAction(createGlobalRoleForm, createGlobalRoleByForm, {
  says: says.CREATE_GLOBAL_ROLE_SENTENCES,
});
export const deleteGlobalRoleAction = formAction(deleteShape, deleteGlobalRole, {
  says: says.DELETE_GLOBAL_ROLE_SENTENCES,
  redirectTo: "/admin/people/permissions?deleted=1",
});
