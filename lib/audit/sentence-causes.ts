/** Why a line of the log came about, as the end of its sentence. Pure and client-safe. */

/**
 * What brought a line about. `{role}` and `{right}` are taken from the cause itself; `{they}` and what goes with it is
 * whom the line names, or somebody.
 */
export const CAUSES: Readonly<Record<string, string>> = {
  "account.role-given": "because {they} {were} given the role {role}",
  "account.role-taken": "because {they} lost the role {role}",
  "account.owner-made": "because {they} became a site owner",
  "account.owner-unmade": "because {they} {are} no longer a site owner",
  "account.created": "with the account",
  "account.deactivated": "because {their} account was deactivated",
  "account.deleted": "because {their} account was deleted",
  "account.address-proven": "because somebody else proved it",
  "permission.granted": "because the role {role} was given “{right}”",
  "permission.revoked": "because the role {role} lost “{right}”",
  "role.deleted": "because the role {role} was deleted",
  "type.edited": "because content was switched off for the type",
  "type.deleted": "because the type was deleted",
  "member.joined": "because {they} joined the group",
  "member.added": "because {they} {were} added to the group",
  "member.left": "because {they} left the group",
  "member.removed": "because {they} {were} removed from the group",
  "member.pruned": "because {they} {are} no longer in the group",
  "member.until": "because the time set for {their} membership had passed",
  "request.approved": "because the request was approved",
  "group.created": "with the new group",
  "group.configured": "because the settings of the group were changed",
  "group.deleted": "because the group was deleted",
  "view.time": "because the time for it was over",
};

/** Where it happened in another group than that of the line, which its reader may not see: it is not named. */
export const CAUSES_ELSEWHERE: Readonly<Record<string, string>> = {
  "member.joined": "because {they} joined {another} group",
  "member.added": "because {they} {were} added to {another} group",
  "member.left": "because {they} left {another} group that gave them something",
  "member.removed": "because {they} {were} removed from {another} group that gave them something",
  "member.pruned": "because {they} {are} no longer in {another} group that gave them something",
  "member.until": "because the time set for {their} membership in {another} group had passed",
  "request.approved": "because {their} request about {another} group was approved",
  "group.configured": "because the settings of {another} group were changed",
  "group.deleted": "because {another} group was deleted",
};

/** The other group is the one that the line says led this one. */
export const LEADING_GROUP_DELETED = "because that group was deleted";

/** Whom a cause befell: whoever is named in the line, or somebody who is not. */
export const THE_PERSON = { they: "they", are: "are", were: "were", their: "their" };
export const SOMEBODY = { they: "somebody", are: "is", were: "was", their: "somebody’s" };
