/** The verbs that write, each as the command that the portal's own action calls, with its input read by the same shape. */
import { grantCell, revokeCell } from "@/lib/group-types/commands/change-grants";
import { createGroupRole, deleteGroupRole } from "@/lib/group-types/commands/group-roles";
import * as typeShapes from "@/lib/group-types/schema";
import { configureGroup } from "@/lib/groups/commands/configure-group";
import { createGroup } from "@/lib/groups/commands/create-group";
import { deleteGroup } from "@/lib/groups/commands/delete-group";
import { editGroup } from "@/lib/groups/commands/edit-group";
import * as groupShapes from "@/lib/groups/schema";
import {
  createJoinLink,
  pauseJoinLink,
  resumeJoinLink,
  revokeJoinLink,
  rotateJoinLink,
} from "@/lib/join-links/commands";
import * as linkShapes from "@/lib/join-links/schema";
import { appointLeader, dismissLeader } from "@/lib/leaders/commands";
import * as leaderShapes from "@/lib/leaders/schema";
import { addMember } from "@/lib/members/commands/add-member";
import { editOwnMembership } from "@/lib/members/commands/edit-own-membership";
import { joinGroup } from "@/lib/members/commands/join-group";
import { leaveGroup } from "@/lib/members/commands/leave-group";
import { removeMember } from "@/lib/members/commands/remove-member";
import { setMemberRoles } from "@/lib/members/commands/set-member-roles";
import { setUntil } from "@/lib/members/commands/set-until";
import * as memberShapes from "@/lib/members/schema";
import { deactivateAccount, reactivateAccount } from "@/lib/people/commands/activation";
import { deleteAccount } from "@/lib/people/commands/delete-account";
import { assignGlobalRole, unassignGlobalRole } from "@/lib/people/commands/global-roles";
import { makeOwner, unmakeOwner } from "@/lib/people/commands/owners";
import * as peopleShapes from "@/lib/people/schema-accounts";
import { grantGlobal, revokeGlobal } from "@/lib/permissions/commands/change-global-grants";
import { createGlobalRole, deleteGlobalRole } from "@/lib/permissions/commands/global-roles";
import * as permissionShapes from "@/lib/permissions/schema";
import { createPost } from "@/lib/posts/commands/create-post";
import { deletePost, editPost } from "@/lib/posts/commands/tend-post";
import * as postShapes from "@/lib/posts/schema";
import { decideRequest, withdrawRequest } from "@/lib/requests/commands";
import * as requestShapes from "@/lib/requests/schema";
import type { Viewer } from "@/lib/session/viewer";
import { changeSettings } from "@/lib/settings/commands";
import * as settingShapes from "@/lib/settings/schema";
import { flagsOf } from "./build";
import { hoursOf, momentOf } from "./clock";
import type { Stage } from "./stage";
import type { Keys, VerbName } from "./verbs";

type Asking = "see" | "list" | "open-link" | "wait";
type Doing<V extends VerbName> = (stage: Stage, viewer: Viewer, keys: Keys<V>) => Promise<{ answer: string }>;

interface MemberKeys {
  readonly account: string;
  readonly group: string;
}

const who = (stage: Stage, { account, group }: MemberKeys) => ({
  account: stage.account(account),
  group: stage.group(group),
});

export const DOINGS: { [V in Exclude<VerbName, Asking>]: Doing<V> } = {
  join: (stage, viewer, { group, link, note }) =>
    link === undefined
      ? joinGroup(viewer, memberShapes.joinGroup.parse({ group: stage.group(group ?? ""), note }))
      : joinGroup(viewer, memberShapes.joinByLink.parse({ token: stage.token(link) || "none", note })),
  leave: (stage, viewer, { group, note }) =>
    leaveGroup(viewer, memberShapes.leaveGroup.parse({ group: stage.group(group), note })),
  withdraw: (stage, viewer, { group }) =>
    withdrawRequest(viewer, requestShapes.withdrawRequest.parse({ group: stage.group(group) })),
  approve: (stage, viewer, keys) => decided("approve", stage, viewer, keys),
  reject: (stage, viewer, keys) => decided("reject", stage, viewer, keys),
  "add-member": (stage, viewer, { roles, until, ...keys }) =>
    addMember(
      viewer,
      memberShapes.addMember.parse({ ...who(stage, keys), roles, until: momentOf(until, stage.minutes) }),
    ),
  "remove-member": (stage, viewer, { reason, ...keys }) =>
    removeMember(viewer, memberShapes.removeMember.parse({ ...who(stage, keys), reason })),
  "set-member-roles": (stage, viewer, { roles, ...keys }) =>
    setMemberRoles(viewer, memberShapes.setMemberRoles.parse({ ...who(stage, keys), roles })),
  "set-until": (stage, viewer, { until, ...keys }) =>
    setUntil(viewer, memberShapes.setUntil.parse({ ...who(stage, keys), until: momentOf(until, stage.minutes) })),
  "edit-own-membership": (stage, viewer, { group, title, note }) =>
    editOwnMembership(viewer, memberShapes.editOwnMembership.parse({ group: stage.group(group), title, note })),
  "appoint-leader": (stage, viewer, keys) => appointLeader(viewer, leaderInput(stage, keys)),
  "dismiss-leader": (stage, viewer, keys) => dismissLeader(viewer, leaderInput(stage, keys)),

  async "create-group"(stage, viewer, { group: name, type, eligibleRoles, confers, ...flags }) {
    const input = { type, name, flags: flagsOf(flags), eligibleRoles, confers };
    const outcome = await createGroup(viewer, groupShapes.createGroup.parse(input));
    if (outcome.data) stage.groups.set(name, outcome.data);
    return outcome;
  },
  "configure-group": (stage, viewer, { group, eligibleRoles, confers, ...flags }) => {
    const input = { group: stage.group(group), flags: flagsOf(flags), eligibleRoles, confers };
    return configureGroup(viewer, groupShapes.configureGroup.parse(input));
  },
  "edit-group": (stage, viewer, { group, name, description }) =>
    editGroup(viewer, groupShapes.editGroup.parse({ group: stage.group(group), name, description })),
  "delete-group": (stage, viewer, { group }) =>
    deleteGroup(viewer, groupShapes.deleteGroup.parse({ group: stage.group(group) })),

  async "create-link"(stage, viewer, { link, group, maxUses, expires, asksApproval }) {
    const input = { group: stage.group(group), maxUses, asksApproval, expiresInHours: hoursOf(expires) };
    const outcome = await createJoinLink(viewer, linkShapes.createJoinLink.parse(input));
    if (outcome.data) stage.links.set(link, { ...outcome.data, group });
    return outcome;
  },
  "revoke-link": (stage, viewer, { link }) => revokeJoinLink(viewer, linkShapes.endJoinLink.parse(stage.link(link))),
  "pause-link": (stage, viewer, { link }) => pauseJoinLink(viewer, linkShapes.tendJoinLink.parse(stage.link(link))),
  "resume-link": (stage, viewer, { link }) => resumeJoinLink(viewer, linkShapes.tendJoinLink.parse(stage.link(link))),
  async "rotate-link"(stage, viewer, { link }) {
    const outcome = await rotateJoinLink(viewer, linkShapes.tendJoinLink.parse(stage.link(link)));
    const there = stage.links.get(link);
    if (there && outcome.data) there.token = outcome.data.token;
    return outcome;
  },

  async "create-post"(stage, viewer, { group, post, published }) {
    const input = { group: stage.group(group), title: post, published };
    const outcome = await createPost(viewer, postShapes.createPost.parse(input));
    if (outcome.data) stage.posts.set(post, outcome.data.id);
    return outcome;
  },
  // An edit that changes nothing would leave nothing to look for in the log.
  "edit-post": (stage, viewer, { post, published }) =>
    editPost(viewer, postShapes.editPost.parse({ post: stage.post(post), published, body: crypto.randomUUID() })),
  "delete-post": (stage, viewer, { post }) =>
    deletePost(viewer, postShapes.deletePost.parse({ post: stage.post(post) })),

  grant: (_stage, viewer, keys) => grantCell(viewer, cellInput(keys)),
  revoke: (_stage, viewer, keys) => revokeCell(viewer, cellInput(keys)),
  "grant-global": (_stage, viewer, keys) => grantGlobal(viewer, permissionShapes.changeGlobalGrant.parse(keys)),
  "revoke-global": (_stage, viewer, keys) => revokeGlobal(viewer, permissionShapes.changeGlobalGrant.parse(keys)),
  "assign-global": (stage, viewer, { account, role }) =>
    assignGlobalRole(viewer, peopleShapes.globalRoleVerb.parse({ account: stage.account(account), role })),
  "unassign-global": (stage, viewer, { account, role }) =>
    unassignGlobalRole(viewer, peopleShapes.globalRoleVerb.parse({ account: stage.account(account), role })),
  "make-owner": (stage, viewer, keys) => makeOwner(viewer, accountInput(stage, keys)),
  "unmake-owner": (stage, viewer, keys) => unmakeOwner(viewer, accountInput(stage, keys)),
  "create-role": (_stage, viewer, { role, type }) =>
    type === undefined
      ? createGlobalRole(viewer, permissionShapes.createGlobalRole.parse({ role }))
      : createGroupRole(viewer, typeShapes.createGroupRole.parse({ type, role })),
  "delete-role": (_stage, viewer, { role, type }) =>
    type === undefined
      ? deleteGlobalRole(viewer, permissionShapes.deleteGlobalRole.parse({ role }))
      : deleteGroupRole(viewer, typeShapes.deleteGroupRole.parse({ type, role })),
  deactivate: (stage, viewer, keys) => deactivateAccount(viewer, accountInput(stage, keys)),
  reactivate: (stage, viewer, keys) => reactivateAccount(viewer, accountInput(stage, keys)),
  "delete-account": (stage, viewer, keys) => deleteAccount(viewer, accountInput(stage, keys)),
  set: (_stage, viewer, keys) => changeSettings(viewer, settingShapes.changeSettings.parse(keys)),
};

function decided(verdict: "approve" | "reject", stage: Stage, viewer: Viewer, keys: Keys<"approve">) {
  const { kind, reason } = keys;
  return decideRequest(viewer, requestShapes.decideRequest.parse({ ...who(stage, keys), verdict, kind, reason }));
}

function leaderInput(stage: Stage, { account, leaderGroup, group }: Keys<"appoint-leader">) {
  return leaderShapes.appointLeader.parse({
    group: stage.group(group),
    ...(account === undefined ? {} : { account: stage.account(account) }),
    ...(leaderGroup === undefined ? {} : { leaderGroup: stage.group(leaderGroup) }),
  });
}

function cellInput({ type, role, outsiderOf, insiderOf, permission }: Keys<"grant">) {
  const tied = outsiderOf === undefined ? `insider:${insiderOf}` : `outsider:${outsiderOf}`;
  return typeShapes.changeCell.parse({ type, role: role ?? tied, permission });
}

const accountInput = (stage: Stage, { account }: { account: string }) =>
  peopleShapes.accountVerb.parse({ account: stage.account(account) });
