/** What the screens say of every answer about global roles and their rights. Safe for the browser. */
import type { ArrangeRoleAnswer, CreateRoleAnswer, DeleteRoleAnswer } from "@/lib/policy/answers/roles";
import type { ChangeGlobalAnswer } from "./commands/change-global-grants";

const NOT_YOURS = "Site-wide permissions are not yours to administer.";

export const GLOBAL_TABLE_SENTENCES: Record<ChangeGlobalAnswer | "stale" | "confirm", string> = {
  changed: "Saved.",
  stale: "Nothing was saved yet: somebody changed this table while you were here.",
  confirm: "Nothing was saved yet. Look at what would follow.",
  "not-permitted": NOT_YOURS,
  "not-found": "Nothing was saved: something that this form names is not here any more.",
  impossible: "Nothing was saved: these cells are impossible.",
  "exceeds-own": "Nothing was saved: these cells are not yours to change, since you do not hold what they give.",
};

export const CREATE_GLOBAL_ROLE_SENTENCES: Record<CreateRoleAnswer | "name-taken", string> = {
  created: "The role is made. Nobody holds it yet, and it may do nothing that other accounts may not.",
  "not-permitted": NOT_YOURS,
  "name-taken": "This machine name is taken. Choose another one.",
};

export const ARRANGE_GLOBAL_ROLE_SENTENCES: Record<ArrangeRoleAnswer, string> = {
  changed: "Saved.",
  "not-permitted": NOT_YOURS,
  "not-found": "This role is not here any more.",
  "built-in": "A built-in role keeps its name and its place.",
};

export const DELETE_GLOBAL_ROLE_SENTENCES: Record<DeleteRoleAnswer | "not-found" | "stale", string> = {
  deleted: "The role is deleted.",
  stale: "The role is still there: what would follow is no longer what was shown. Look at it once more.",
  "not-permitted": NOT_YOURS,
  "not-found": "This role is not here any more.",
  "built-in": "A built-in role cannot be deleted.",
  "exceeds-own": "This role holds permissions that you do not hold, so you may not take them from everybody.",
};
