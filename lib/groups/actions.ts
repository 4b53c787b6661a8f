"use server";
import { formAction } from "@/lib/action";
import { changeGroups } from "./commands/change-groups";
import { configureByForm } from "./commands/configure-by-form";
import { createByForm } from "./commands/create-by-form";
import { deleteByForm } from "./commands/delete-by-form";
import { editByForm } from "./commands/edit-by-form";
import * as shape from "./schema";
import * as says from "./sentences";

/** `answer: "confirm"` means that nothing was made yet: `data.asking` says what to look at first. */
export const createGroupAction = formAction(shape.createGroupForm, createByForm, {
  says: says.CREATE_SENTENCES,
  redirectTo: (data) => (data && "slug" in data ? `/groups/${data.slug}?welcome=created` : null),
});
/** `answer: "confirm"` means that nothing was changed yet: `data` says who would be touched; many are a job. */
export const configureGroupAction = formAction(shape.configureGroupForm, configureByForm, {
  says: says.CONFIGURE_SENTENCES,
  redirectTo: (data) => (data && "job" in data ? `/jobs/${data.job}` : null),
});
export const editGroupAction = formAction(shape.editGroup, editByForm, { says: says.EDIT_SENTENCES });
export const deleteGroupAction = formAction(shape.deleteGroupForm, deleteByForm, {
  says: says.DELETE_SENTENCES,
  refreshes: ["stale"],
  redirectTo: "/groups?deleted=1",
});
/** Nothing is changed yet: it is handed in to the worker, at whose report it leads. */
export const changeGroupsAction = formAction(shape.changeGroups, changeGroups, {
  says: says.CHANGE_GROUPS_SENTENCES,
  refreshes: ["stale", "nothing-to-do"],
  redirectTo: (data) => (data ? `/jobs/${data.job}` : null),
});
