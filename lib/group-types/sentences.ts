/** What the screens say of every answer about group types, their roles and their tables. Safe for the browser. */
import type { CreateRoleAnswer, DeleteRoleAnswer } from "@/lib/policy/answers/roles";
import type { ColumnKind } from "@/lib/policy/facts";
import type { ChangeGrantsAnswer } from "./commands/change-grants";
import type { CreateTypeAnswer } from "./commands/create-group-type";
import type { DeleteTypeAnswer } from "./commands/delete-group-type";
import type { EditTypeAnswer } from "./commands/edit-group-type";

const NOT_YOURS = "Group types are not yours to administer.";
const NO_TYPE = "This type is not here any more.";
const NAME_TAKEN = "This machine name is taken. Choose another one.";
const NO_ROLE = "One of these roles is not here any more. Look at the list once more.";
const NO_CONTENT = "There is no such content.";

export const TABLE_SENTENCES: Record<ChangeGrantsAnswer | "confirm", string> = {
  changed: "Saved.",
  confirm: "Nothing was saved yet. Look at what would follow.",
  stale: "Nothing was saved yet: somebody changed this type while you were here.",
  "not-permitted": NOT_YOURS,
  "not-found": "Nothing was saved: something that this form names is not here any more.",
  impossible: "Nothing was saved: these cells are impossible.",
  "exceeds-own": "Nothing was saved: these cells are not yours to grant.",
};

/** Why one cell of a refused form could not be granted, where its row does not say it. */
export const UNGRANTABLE = {
  unknown: "There is no such cell any more.",
  exceeds: "This is not yours to grant. Taking it away would be.",
  contentOff: "This content is switched off for the type.",
} as const;

export const CREATE_TYPE_SENTENCES: Record<CreateTypeAnswer, string> = {
  created: "The type is made.",
  "not-permitted": NOT_YOURS,
  "name-taken": NAME_TAKEN,
  "exceeds-own": "What this starts from grants rights that you may not grant. Start from another one, or from nothing.",
  "no-such-start": "What this was to start from is not here any more. Choose something else.",
  "no-such-role": "The global role that this was to be tied to is not here any more. Choose another one.",
  "no-such-permission": "What this was to start from names a permission that does not exist.",
  "no-such-content": NO_CONTENT,
  impossible: "What this was to start from grants something that is impossible.",
};

export const EDIT_TYPE_SENTENCES: Record<EditTypeAnswer, string> = {
  changed: "Saved.",
  "not-permitted": NOT_YOURS,
  "not-found": NO_TYPE,
  stale:
    "Nothing was saved: somebody changed this type while you were here. What you typed is still below; look at it once more, then save it.",
  "no-such-content": NO_CONTENT,
  "no-such-role": NO_ROLE,
};

export const DELETE_TYPE_SENTENCES: Record<DeleteTypeAnswer, string> = {
  deleted: "The type is deleted.",
  "not-permitted": NOT_YOURS,
  "not-found": NO_TYPE,
  "has-groups": "There are groups of this type. They have to be deleted before it can go.",
};

export const CREATE_ROLE_SENTENCES: Record<CreateRoleAnswer | "not-found" | "name-taken", string> = {
  created: "The role is made. What it may do is set in the table.",
  "not-permitted": NOT_YOURS,
  "not-found": NO_TYPE,
  "name-taken": NAME_TAKEN,
};

export const RENAME_ROLE_SENTENCES: Record<"not-permitted" | "not-found" | "built-in" | "changed", string> = {
  changed: "Renamed.",
  "not-permitted": NOT_YOURS,
  "not-found": NO_ROLE,
  "built-in": "A built-in column keeps its name.",
};

export const MOVE_ROLE_SENTENCES: typeof RENAME_ROLE_SENTENCES = {
  ...RENAME_ROLE_SENTENCES,
  changed: "Moved.",
  "built-in": "A built-in column keeps its place.",
};

export const DELETE_ROLE_SENTENCES: Record<DeleteRoleAnswer | "not-found", string> = {
  deleted: "The role is deleted.",
  "not-permitted": NOT_YOURS,
  "not-found": NO_ROLE,
  "built-in": "A built-in column cannot be deleted.",
  "exceeds-own": NOT_YOURS,
};

/** What a column is called away from its table, where the band above it does not say what it is. */
export function columnTitle({ kind, label }: { readonly kind: ColumnKind; readonly label: string }): string {
  if (kind === "advanced-outsider") return `${label} while outside`;
  return kind === "insider" ? `${label} as a member` : label;
}
