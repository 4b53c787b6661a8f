/** Every verb but waiting, and what it does to the state. */
import type { Keys, VerbName } from "@/lib/scenario/verbs";
import { configureGroup } from "./configuring";
import { approve, reject } from "./deciding";
import { sees } from "./decision";
import { createGroup, deleteGroup, editGroup } from "./groups";
import { join, leave, withdraw } from "./joining";
import { appointLeader, dismissLeader } from "./leading";
import { createLink, openLink, pauseLink, resumeLink, revokeLink, rotateLink } from "./links";
import { addMember, editOwnMembership, removeMember, setMemberRoles, setUntil } from "./members";
import {
  assignGlobal,
  changeSettings,
  deactivate,
  deleteAccount,
  makeOwner,
  reactivate,
  unassignGlobal,
  unmakeOwner,
} from "./people";
import { createPost, deletePost, editPost, postOf, seesPost } from "./posts";
import type { State } from "./state";
import { createRole, deleteRole, grant, grantGlobal, revoke, revokeGlobal } from "./tables";

type Doing<V extends VerbName> = (state: State, actor: string, keys: Keys<V>) => string | string[];

export const DOINGS: { readonly [V in Exclude<VerbName, "wait">]: Doing<V> } = {
  see: (state, actor, { group, post }) => (isSeen(state, actor, group, post) ? "visible" : "hidden"),
  list: (state, actor, { type }) =>
    [...state.groups]
      .filter(([, group]) => (type === undefined || group.type === type) && sees(state, actor, group))
      .map(([name]) => name)
      .sort(),
  "open-link": openLink,
  join,
  leave,
  withdraw,
  approve,
  reject,
  "add-member": addMember,
  "remove-member": removeMember,
  "set-member-roles": setMemberRoles,
  "set-until": setUntil,
  "edit-own-membership": editOwnMembership,
  "appoint-leader": appointLeader,
  "dismiss-leader": dismissLeader,
  "create-group": createGroup,
  "configure-group": configureGroup,
  "edit-group": editGroup,
  "delete-group": deleteGroup,
  "create-link": createLink,
  "revoke-link": revokeLink,
  "pause-link": pauseLink,
  "resume-link": resumeLink,
  "rotate-link": rotateLink,
  "create-post": createPost,
  "edit-post": editPost,
  "delete-post": deletePost,
  grant,
  revoke,
  "grant-global": grantGlobal,
  "revoke-global": revokeGlobal,
  "assign-global": assignGlobal,
  "unassign-global": unassignGlobal,
  "make-owner": makeOwner,
  "unmake-owner": unmakeOwner,
  "create-role": createRole,
  "delete-role": deleteRole,
  deactivate,
  reactivate,
  "delete-account": deleteAccount,
  set: changeSettings,
};

function isSeen(state: State, actor: string, group: string | undefined, post: string | undefined): boolean {
  if (post !== undefined) {
    const there = postOf(state, post);
    return there !== undefined && seesPost(state, actor, there);
  }
  const there = state.groups.get(group ?? "");
  return there !== undefined && sees(state, actor, there);
}
