"use server";
import { formAction } from "@/lib/action";
import { atAddress } from "@/lib/groups/at-address";
import { addAgain } from "./commands/add-again";
import { addMany, addTried } from "./commands/add-many";
import { addMember } from "./commands/add-member";
import { changeChosen } from "./commands/change-chosen";
import { editOwnMembership } from "./commands/edit-own-membership";
import { joinGroup } from "./commands/join-group";
import { leaveGroup } from "./commands/leave-group";
import { removeMember } from "./commands/remove-member";
import { setMemberRoles } from "./commands/set-member-roles";
import { setUntil } from "./commands/set-until";
import * as shape from "./schema";
import * as says from "./sentences";

/** From a list: the page stays. */
export const joinGroupAction = formAction(shape.joinGroup, joinGroup, { says: says.JOIN_SENTENCES });

/** From the page that says what joining means: leads to the group. */
export const enterGroupAction = formAction(shape.joinGroup, joinGroup, {
  says: says.JOIN_SENTENCES,
  redirectTo: (data, answer) => `/groups/${data?.slug}?welcome=${answer}`,
});

/** Whoever has left may not see the group any more. */
export const leaveGroupAction = formAction(shape.leaveGroup, atAddress(leaveGroup), {
  says: says.LEAVE_SENTENCES,
  redirectTo: (data, answer) => (answer === "left" ? "/my-groups?left=1" : `/groups/${data?.slug}?welcome=${answer}`),
});

export const addMemberAction = formAction(
  shape.addMemberForm,
  atAddress((viewer, form) => addMember(viewer, shape.fromAddForm(form))),
  { says: says.ADD_SENTENCES, redirectTo: (data) => `/groups/${data?.slug}/members?done=added` },
);

/** `data.kind` says whether there is something to look at first; what is carried out leads to its job. */
export const addManyAction = formAction(shape.addManyForm, addMany, {
  says: says.MANY_SENTENCES,
  files: { file: "text" },
  redirectTo: (data) => (data?.kind === "started" ? `/jobs/${data.job}` : null),
});

export const addTriedAction = formAction(shape.addTriedForm, addTried, {
  says: says.MANY_SENTENCES,
  redirectTo: (data) => (data?.kind === "started" ? `/jobs/${data.job}` : null),
});

export const removeChosenAction = formAction(shape.removeChosen, changeChosen.remove, {
  says: says.CHOSEN_SENTENCES,
  refreshes: ["stale", "nobody"],
  redirectTo: (data) => data && `/jobs/${data.job}`,
});

export const setChosenRolesAction = formAction(shape.setChosenRoles, changeChosen.setRoles, {
  says: says.CHOSEN_SENTENCES,
  refreshes: ["stale", "nobody"],
  redirectTo: (data) => data && `/jobs/${data.job}`,
});

export const setChosenUntilAction = formAction(shape.setChosenUntil, changeChosen.setUntil, {
  says: says.CHOSEN_SENTENCES,
  refreshes: ["stale", "nobody"],
  redirectTo: (data) => data && `/jobs/${data.job}`,
});

/** After a right was given back: whom its loss removed. */
export const addAgainAction = formAction(shape.addAgain, addAgain, {
  says: says.ADD_AGAIN_SENTENCES,
  refreshes: ["nobody"],
  redirectTo: (data) => data && `/jobs/${data.job}`,
});

export const removeMemberAction = formAction(shape.removeMember, atAddress(removeMember), {
  says: says.REMOVE_SENTENCES,
  redirectTo: (data) => `/groups/${data?.slug}/members?done=removed`,
});

export const setMemberRolesAction = formAction(shape.setMemberRoles, setMemberRoles, { says: says.ROLES_SENTENCES });

export const setUntilAction = formAction(
  shape.setUntilForm,
  (viewer, form) => setUntil(viewer, shape.fromUntilForm(form)),
  { says: says.UNTIL_SENTENCES },
);

export const editOwnMembershipAction = formAction(shape.editOwnMembership, editOwnMembership, {
  says: says.OWN_SENTENCES,
});
