"use server";
import { formAction } from "@/lib/action";
import { moveGlobalRole, renameGlobalRole } from "./commands/arrange-global-roles";
import { createGlobalRoleByForm, deleteGlobalRoleByForm } from "./commands/by-form";
import { saveGlobalTable } from "./commands/save-global-table";
import * as shape from "./schema";
import { createGlobalRoleForm, deleteGlobalRoleForm, globalTableForm } from "./schema-forms";
import * as says from "./sentences";

/** `data.kind` other than `saved` means that nothing was saved yet: it says what to look at first. */
export const saveGlobalTableAction = formAction(globalTableForm, saveGlobalTable, {
  says: says.GLOBAL_TABLE_SENTENCES,
  redirectTo: (data) =>
    data?.kind === "started"
      ? `/jobs/${data.job}`
      : data?.kind === "saved"
        ? `/admin/people/permissions?${new URLSearchParams({ ...(data.role && { role: data.role }), saved: data.request ?? "nothing" })}`
        : null,
});

export const createGlobalRoleAction = formAction(createGlobalRoleForm, createGlobalRoleByForm, {
  says: says.CREATE_GLOBAL_ROLE_SENTENCES,
});
export const renameGlobalRoleAction = formAction(shape.renameGlobalRole, renameGlobalRole, {
  says: says.ARRANGE_GLOBAL_ROLE_SENTENCES,
});
export const moveGlobalRoleAction = formAction(shape.moveGlobalRole, moveGlobalRole, {
  says: says.ARRANGE_GLOBAL_ROLE_SENTENCES,
});
export const deleteGlobalRoleAction = formAction(deleteGlobalRoleForm, deleteGlobalRoleByForm, {
  says: says.DELETE_GLOBAL_ROLE_SENTENCES,
  refreshes: ["stale"],
  redirectTo: (data) =>
    data && ("job" in data ? `/jobs/${data.job}` : `/admin/people/permissions?deleted=${data.request}`),
});
