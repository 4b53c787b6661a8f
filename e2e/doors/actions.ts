/**
 * Every server action, and what each of the nine is answered. Whoever is not named under `does` is refused, by the word
 * under `refuses`, or else by `not-permitted`; where a group is named, nobody and the deactivated by `not-found`. Long as the
 * list of actions is: one table is looked through more easily than several.
 */
import { fingerprintOf } from "@/lib/group-types/table-form";
import type { Fields, KnownAction } from "../support/action";
import type { Persona, World } from "../support/personas";

export interface Door {
  readonly fields: (world: World, slug: string) => Fields;
  readonly does?: Partial<Record<Persona, string>>;
  readonly refuses?: Partial<Record<Persona, string>>;
  /** of the portal, not of a group: nobody is told that it is not there */
  readonly portal?: true;
  /** what it asks for is so already: it is answered as done, and nothing is written */
  readonly isSoAlready?: true;
  /** names a group, so that hidden and absent are asked besides */
  readonly group?: true;
}

const every = (word: string, people: readonly Persona[]): Partial<Record<Persona, string>> =>
  Object.fromEntries(people.map((persona) => [persona, word]));

const IN: readonly Persona[] = ["outsider", "advanced", "member", "leader", "groupAdmin", "siteAdmin", "owner"];
const ALL: readonly Persona[] = ["visitor", ...IN, "deactivated"];
const GROUP_POWER: readonly Persona[] = ["advanced", "groupAdmin", "owner"];
const PORTAL_POWER: readonly Persona[] = ["siteAdmin", "owner"];
const signIn = every("sign-in", ["visitor", "deactivated"]);

const answers: Fields = {
  finds: "everybody",
  enters: "approval",
  published: "on",
  who: "everybody",
  was: "",
  seen: "",
};
/** What the form of the table changes in the world's own: without it, nothing would be saved yet. */
const LOOKED_OVER = fingerprintOf(
  ["member.edit-own", "post.view", "post.create"].map((permission) => ({ role: "member", permission, on: false })),
);
/** What stands in a group that never was has the id of nothing. */
export const NO_ID = "3f1c2a9e-0000-4000-8000-000000000000";
/** of nothing either; told apart from the first by what is compared */
const NO_JOB = "3f1c2a9e-0000-4000-8000-00000000000b";
const postIn = ({ posts }: World, group: string) => ({ post: posts[group]?.post ?? NO_ID });
const replyIn = ({ posts }: World, group: string) => ({ reply: posts[group]?.reply ?? NO_ID });
/** with an account, and without the right to view posts of the group */
const BLIND: readonly Persona[] = ["outsider", "leader", "siteAdmin"];
const newName = "A new name";

/** By `file#export`. An action that is not listed, or a row without its action, fails the run. */
export const ACTIONS: Readonly<Record<string, Door>> = {
  "lib/members/actions.ts#joinGroupAction": {
    group: true,
    fields: (_world, group) => ({ group, note: "" }),
    does: every("requested", ["outsider", "advanced", "leader", "siteAdmin", "owner"]),
    refuses: { ...signIn, ...every("already-member", ["member", "groupAdmin"]) },
  },
  "lib/members/actions.ts#enterGroupAction": {
    group: true,
    fields: (_world, group) => ({ group, note: "" }),
    does: every("requested", ["outsider", "advanced", "leader", "siteAdmin", "owner"]),
    refuses: { ...signIn, ...every("already-member", ["member", "groupAdmin"]) },
  },
  "lib/members/actions.ts#leaveGroupAction": {
    group: true,
    fields: (_world, group) => ({ group, note: "" }),
    does: { member: "leave-requested" },
    refuses: {
      ...every("not-a-member", ["outsider", "advanced", "leader", "siteAdmin", "owner"]),
      groupAdmin: "last-admin",
    },
  },
  "lib/members/actions.ts#addMemberAction": {
    group: true,
    fields: ({ accounts }, group) => ({ group, account: accounts.outsider, until: "" }),
    does: every("added", GROUP_POWER),
  },
  // What would come of a list is said first, and changes nothing.
  "lib/members/actions.ts#addManyAction": {
    group: true,
    isSoAlready: true,
    fields: (_world, group) => ({ group, text: "Nobody of that name", asked: "" }),
    does: every("look", GROUP_POWER),
  },
  // No such list was ever tried.
  "lib/members/actions.ts#addTriedAction": {
    group: true,
    fields: (_world, group) => ({ group, job: NO_JOB }),
    refuses: every("not-found", GROUP_POWER),
  },
  "lib/members/actions.ts#removeChosenAction": {
    group: true,
    fields: ({ accounts }, group) => ({ group, account: [accounts.bystander], reason: "" }),
    does: every("*", [...GROUP_POWER, "leader"]),
  },
  "lib/members/actions.ts#setChosenRolesAction": {
    group: true,
    fields: ({ accounts }, group) => ({ group, account: [accounts.bystander], roles: ["admin"] }),
    does: every("*", GROUP_POWER),
  },
  "lib/members/actions.ts#setChosenUntilAction": {
    group: true,
    fields: ({ accounts }, group) => ({ group, account: [accounts.bystander], until: "2090-01-01" }),
    does: every("*", GROUP_POWER),
  },
  "lib/members/actions.ts#addAgainAction": {
    portal: true,
    // Each addition is the command that adds members, tried above; this only says whom it is asked about.
    fields: () => ({ request: NO_ID }),
    refuses: every("not-found", ALL),
  },
  "lib/members/actions.ts#removeMemberAction": {
    group: true,
    fields: ({ accounts }, group) => ({ group, account: accounts.bystander, reason: "" }),
    does: every("removed", [...GROUP_POWER, "leader"]),
  },
  "lib/members/actions.ts#setMemberRolesAction": {
    group: true,
    fields: ({ accounts }, group) => ({ group, account: accounts.bystander, roles: ["admin"] }),
    does: every("changed", GROUP_POWER),
  },
  "lib/members/actions.ts#setUntilAction": {
    group: true,
    fields: ({ accounts }, group) => ({ group, account: accounts.bystander, until: "2090-01-01" }),
    does: every("changed", GROUP_POWER),
  },
  "lib/members/actions.ts#editOwnMembershipAction": {
    group: true,
    fields: (_world, group) => ({ group, title: "Keeper", note: "" }),
    does: every("changed", ["member", "groupAdmin"]),
  },
  "lib/leaders/actions.ts#appointLeaderAction": {
    group: true,
    fields: ({ accounts }, group) => ({ group, account: accounts.outsider }),
    does: every("changed", GROUP_POWER),
  },
  "lib/leaders/actions.ts#dismissLeaderAction": {
    group: true,
    fields: ({ accounts }, group) => ({ group, account: accounts.leader }),
    does: every("changed", GROUP_POWER),
  },
  "lib/requests/actions.ts#withdrawRequestAction": {
    group: true,
    fields: (_world, group) => ({ group }),
    refuses: every("no-request", IN),
  },
  "lib/requests/actions.ts#decideRequestAction": {
    group: true,
    fields: ({ accounts }, group) => ({ group, account: accounts.asker, verdict: "approve", kind: "join", reason: "" }),
    does: every("approved", [...GROUP_POWER, "leader"]),
  },
  "lib/requests/actions.ts#decideFromListAction": {
    group: true,
    fields: ({ accounts }, group) => ({ decision: `reject join ${group} ${accounts.asker}` }),
    does: every("rejected", [...GROUP_POWER, "leader"]),
  },
  "lib/requests/actions.ts#decideManyAction": {
    group: true,
    fields: ({ accounts }, group) => ({
      ...{ chosen: [`join ${group} ${accounts.asker}`], verdict: "reject", reason: "" },
      ...{ group: "", kind: "", link: "false", days: "", upTo: "" },
    }),
    does: every("decided", [...GROUP_POWER, "leader"]),
  },
  "lib/join-links/actions.ts#createJoinLinkAction": {
    group: true,
    fields: (_world, group) => ({ group, label: "", note: "", expiresInHours: "24", maxUses: "" }),
    does: every("created", [...GROUP_POWER, "leader"]),
  },
  ...Object.fromEntries(
    ["pause", "resume", "revoke", "rotate"].map((verb) => [
      `lib/join-links/actions.ts#${verb}JoinLinkAction`,
      {
        group: true,
        ...(verb === "resume" ? { isSoAlready: true } : {}),
        fields: ({ link }: World, group: string) => ({ group, link: link.id }),
        does: every("changed", [...GROUP_POWER, "leader"]),
      } satisfies Door,
    ]),
  ),
  "lib/posts/actions.ts#createPostAction": {
    group: true,
    fields: (_world, group) => ({ group, title: "A post", body: "Some words.", as: "published" }),
    does: every("created", [...GROUP_POWER, "member"]),
  },
  "lib/posts/actions.ts#editPostAction": {
    group: true,
    fields: (world, group) => ({ group, ...postIn(world, group), title: "Another", body: "", as: "published" }),
    does: every("changed", GROUP_POWER),
    // One who may not view a post is told that there is none.
    refuses: every("not-found", BLIND),
  },
  "lib/posts/actions.ts#deletePostAction": {
    group: true,
    fields: (world, group) => ({ group, ...postIn(world, group) }),
    does: every("deleted", GROUP_POWER),
    refuses: every("not-found", BLIND),
  },
  "lib/posts/actions.ts#replyAction": {
    group: true,
    fields: (world, group) => ({ group, ...postIn(world, group), body: "A reply." }),
    does: every("created", [...GROUP_POWER, "member"]),
    refuses: every("not-found", BLIND),
  },
  "lib/posts/actions.ts#editReplyAction": {
    group: true,
    fields: (world, group) => ({ group, ...postIn(world, group), ...replyIn(world, group), body: "Another reply." }),
    does: every("changed", GROUP_POWER),
    refuses: every("not-found", BLIND),
  },
  "lib/posts/actions.ts#deleteReplyAction": {
    group: true,
    fields: (world, group) => ({ group, ...postIn(world, group), ...replyIn(world, group) }),
    does: every("deleted", GROUP_POWER),
    refuses: every("not-found", BLIND),
  },
  "lib/groups/actions.ts#createGroupAction": {
    portal: true,
    fields: ({ type }) => ({
      ...answers,
      was: [],
      type,
      name: newName,
      description: "",
      picture: "hall",
      colour: "moss",
    }),
    does: { owner: "created" },
  },
  "lib/groups/actions.ts#configureGroupAction": {
    group: true,
    fields: ({ settings }, group) => ({ ...answers, quietJoinPage: "on", was: settings, reason: "", group }),
    does: every("*", GROUP_POWER),
  },
  "lib/groups/actions.ts#editGroupAction": {
    group: true,
    fields: (_world, group) => ({ group, name: newName, description: "", picture: "hall", colour: "moss" }),
    does: every("changed", GROUP_POWER),
  },
  "lib/groups/actions.ts#deleteGroupAction": {
    group: true,
    fields: (_world, group) => ({ group, reason: "" }),
    does: every("deleted", GROUP_POWER),
  },
  "lib/people/actions.ts#signInAction": {
    fields: ({ word }) => ({ email: `${word}@example.org`, password: "not the password" }),
    refuses: every("wrong", ALL),
  },
  "lib/people/actions.ts#signUpAction": {
    fields: ({ word }) => ({ name: `New ${word}`, email: `${word}@example.org`, password: "a lantern in the fog" }),
    // Whoever is signed in ends that session with it.
    does: every("*", ALL),
  },
  "lib/people/actions.ts#setUpAction": {
    fields: ({ word }) => ({
      ...{
        token: "x".repeat(43),
        name: `First ${word}`,
        email: `${word}@example.org`,
        password: "a lantern in the fog",
      },
    }),
    refuses: every("not-found", ALL),
  },
  "lib/people/actions.ts#confirmAddressAction": {
    fields: () => ({ token: "x".repeat(43) }),
    refuses: every("not-found", ALL),
  },
  "lib/people/actions.ts#signOutAction": { fields: () => ({}), does: every("signed-out", ALL) },
  "lib/people/actions.ts#signOutEverywhereAction": { fields: () => ({}), does: every("*", IN), refuses: signIn },
  "lib/people/actions.ts#renameSelfAction": {
    fields: () => ({ name: "Another name" }),
    does: every("changed", IN),
    refuses: signIn,
  },
  "lib/people/actions.ts#changeAddressAction": {
    fields: () => ({ email: "other@example.org", currentPassword: "not the password" }),
    refuses: { ...every("wrong-password", IN), ...signIn },
  },
  "lib/groups/actions.ts#changeGroupsAction": {
    portal: true,
    group: true,
    // As seen by whoever looked at it: one group is hidden, and nobody is touched.
    fields: (_world, group) => ({
      groups: [group],
      change: "hidden-on",
      seen: "changed=1",
      reason: "",
    }),
    does: { owner: "started" },
  },
  "lib/settings/actions.ts#changeSettingsAction": {
    portal: true,
    // All specs share these settings: what is sent here is refused to those who may, since it knows none of them.
    fields: () => ({ signUp: "closed", signUpDomains: "", newAccountRole: "", defaultGroupType: "", was: "" }),
    refuses: every("stale", PORTAL_POWER),
  },
  "lib/settings/actions.ts#reserveNameAction": {
    portal: true,
    fields: ({ word }) => ({ name: `Kept ${word}`, reason: "" }),
    does: every("changed", PORTAL_POWER),
  },
  "lib/settings/actions.ts#releaseNameAction": {
    portal: true,
    isSoAlready: true,
    fields: ({ word }) => ({ name: `Never kept ${word}` }),
    does: every("changed", PORTAL_POWER),
  },
  // Nobody of these has a password, and there are other owners.
  "lib/people/actions.ts#leavePortalAction": {
    fields: () => ({ how: "deleted", anyway: "on", sure: "on" }),
    does: every("*", IN),
    refuses: signIn,
  },
  "lib/people/actions.ts#askForProofAction": {
    fields: () => ({}),
    refuses: { ...every("no-address", IN), ...signIn },
  },
  "lib/people/actions.ts#changePasswordAction": {
    fields: () => ({ currentPassword: "not the password", newPassword: "a lantern in the fog" }),
    refuses: { ...every("wrong-password", IN), ...signIn },
  },
  ...Object.fromEntries(
    Object.entries({ assignGlobalRole: "owner", unassignGlobalRole: "outsider" } as const).map(([verb, whom]) => [
      `lib/people/admin-actions.ts#${verb}Action`,
      {
        portal: true,
        fields: ({ accounts, role }: World) => ({ account: accounts[whom], role, reason: "" }),
        does: every("changed", PORTAL_POWER),
      } satisfies Door,
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({ deactivateAccount: "outsider", reactivateAccount: "deactivated" } as const).map(([verb, whom]) => [
      `lib/people/admin-actions.ts#${verb}Action`,
      {
        portal: true,
        fields: ({ accounts }: World) => ({ account: accounts[whom], reason: "" }),
        does: every("changed", PORTAL_POWER),
      } satisfies Door,
    ]),
  ),
  "lib/people/admin-actions.ts#deleteAccountAction": {
    portal: true,
    fields: ({ accounts }) => ({ account: accounts.outsider, reason: "" }),
    does: every("deleted", PORTAL_POWER),
  },
  // Put aside for the worker, which asks for each of them anew.
  "lib/people/admin-actions.ts#startBulkAction": {
    portal: true,
    fields: ({ accounts }) => ({ do: "reactivate", who: [accounts.outsider], count: "1", reason: "" }),
    does: every("*", PORTAL_POWER),
  },
  ...Object.fromEntries(
    Object.entries({ makeOwner: "outsider", unmakeOwner: "owner" } as const).map(([verb, whom]) => [
      `lib/people/admin-actions.ts#${verb}Action`,
      {
        portal: true,
        fields: ({ accounts }: World) => ({ account: accounts[whom], reason: "" }),
        does: { owner: "changed" },
      } satisfies Door,
    ]),
  ),
  "lib/group-types/actions.ts#createTypeAction": {
    portal: true,
    fields: ({ word }) => ({
      ...{ label: `Kind ${word}`, name: `kind-${word}`, description: "", start: "nothing", copy: "", globalRole: "" },
    }),
    does: every("created", PORTAL_POWER),
  },
  "lib/group-types/actions.ts#editTypeAction": {
    portal: true,
    fields: ({ type }) => ({
      ...{ type, version: "1", label: "Another", description: "", content: ["post"], creatorRoles: [] },
      ...{ finds: "everybody", enters: "approval", published: "on" },
    }),
    does: every("*", PORTAL_POWER),
  },
  "lib/group-types/actions.ts#deleteTypeAction": {
    portal: true,
    fields: ({ type }) => ({ type, reason: "" }),
    refuses: every("has-groups", PORTAL_POWER),
  },
  // A file that changes nothing is answered with its plan, to whoever may administer some part of it.
  "lib/permission-file/actions.ts#uploadPermissionFileAction": {
    portal: true,
    isSoAlready: true,
    fields: () => ({ text: "guildhall: permissions 1", asked: "", reason: "" }),
    does: every("look", PORTAL_POWER),
  },
  // Played in tables of its own: nothing of the portal is written.
  "lib/scenario/actions.ts#tryScenariosAction": {
    portal: true,
    isSoAlready: true,
    fields: () => ({ text: "name: Nothing happens\nsteps: []", change: [] }),
    does: every("tried", PORTAL_POWER),
  },
  "lib/group-types/actions.ts#saveTableAction": {
    portal: true,
    fields: ({ type }) => ({
      ...{ type, version: "1", page: "permissions", role: "member", column: ["member"], reason: "", end: "end" },
      cell: ["member|group.view", "member|member.list", "member|member.leave"],
      seen: LOOKED_OVER,
    }),
    does: every("*", PORTAL_POWER),
  },
  "lib/group-types/actions.ts#createRoleAction": {
    portal: true,
    fields: ({ type }) => ({ type, label: "Keeper", role: "keeper" }),
    does: every("created", PORTAL_POWER),
  },
  "lib/group-types/actions.ts#renameRoleAction": {
    portal: true,
    fields: ({ type }) => ({ type, role: "admin", label: "Keeper" }),
    does: every("changed", PORTAL_POWER),
  },
  // The only custom role of its type stands at both ends.
  "lib/group-types/actions.ts#moveRoleAction": {
    portal: true,
    isSoAlready: true,
    fields: ({ type }) => ({ type, role: "admin", direction: "up" }),
    does: every("changed", PORTAL_POWER),
  },
  "lib/group-types/actions.ts#deleteRoleAction": {
    portal: true,
    fields: ({ type }) => ({ type, role: "admin", reason: "" }),
    does: every("deleted", PORTAL_POWER),
  },
  "lib/permissions/actions.ts#saveGlobalTableAction": {
    portal: true,
    fields: ({ role }) => ({
      ...{ column: [role], cell: [`${role}|group.request`, `${role}|group.overview`], was: `${role}|group.request` },
      ...{ role, reason: "", seen: fingerprintOf([{ role, permission: "group.overview", on: true }]), end: "end" },
    }),
    does: { owner: "*" },
    refuses: { siteAdmin: "exceeds-own" },
  },
  "lib/permissions/actions.ts#createGlobalRoleAction": {
    portal: true,
    fields: ({ word }) => ({ label: `Role ${word}`, role: `role-${word}` }),
    does: every("created", PORTAL_POWER),
  },
  "lib/permissions/actions.ts#renameGlobalRoleAction": {
    portal: true,
    fields: ({ role }) => ({ role, label: "Another name" }),
    does: every("changed", PORTAL_POWER),
  },
  "lib/permissions/actions.ts#moveGlobalRoleAction": {
    portal: true,
    fields: ({ role }) => ({ role, direction: "up" }),
    does: every("changed", PORTAL_POWER),
  },
  "lib/permissions/actions.ts#deleteGlobalRoleAction": {
    portal: true,
    fields: ({ role }) => ({ role, reason: "" }),
    does: every("deleted", PORTAL_POWER),
  },
  "lib/view-as/actions.ts#beginViewingAction": {
    portal: true,
    fields: () => ({ as: "visitor" }),
    does: { owner: "*" },
  },
  "lib/notices/actions.ts#markNoticesReadAction": {
    isSoAlready: true,
    fields: () => ({ upTo: crypto.randomUUID() }),
    does: every("read", IN),
    refuses: signIn,
  },
  "lib/notices/actions.ts#markChangeReadAction": {
    isSoAlready: true,
    fields: () => ({ notice: crypto.randomUUID() }),
    does: every("read", IN),
    refuses: signIn,
  },
  "lib/notices/actions.ts#chooseMailAction": {
    fields: () => ({ kinds: ["waiting"] }),
    does: every("chosen", IN),
    refuses: signIn,
  },
};

/** The key of an action in the table above. */
export const nameOf = ({ filename, exportedName }: KnownAction): string => `${filename}#${exportedName}`;

/** Where a person would press the button: a page that has the action, for this group. */
export function pageOf({ page }: KnownAction, { type, accounts, link, posts }: World, slug: string): string {
  return page
    .replace("[post]", posts[slug]?.post ?? NO_ID)
    .replace("[reply]", posts[slug]?.reply ?? NO_ID)
    .replace("[slug]", slug)
    .replace("[type]", type)
    .replace("[account]", accounts.bystander)
    .replace("[link]", link.id)
    .replace("[token]", "x".repeat(43));
}

export { IN, PORTAL_POWER };
