/**
 * Every server action, and what each of the nine is answered. Whoever is not named under `does` is refused, by the word
 * under `refuses`, or else: nobody and the deactivated by `not-found`, everybody else by `not-permitted`.
 */
import type { Fields } from "../support/action";
import type { Persona, World } from "../support/personas";

export interface Door {
  readonly fields: (world: World, slug: string) => Fields;
  readonly does?: Partial<Record<Persona, string>>;
  readonly refuses?: Partial<Record<Persona, string>>;
  /** names a group, so that hidden and absent are asked besides */
  readonly group?: true;
}

const every = (word: string, people: readonly Persona[]): Partial<Record<Persona, string>> =>
  Object.fromEntries(people.map((persona) => [persona, word]));

const IN: readonly Persona[] = ["outsider", "advanced", "member", "leader", "groupAdmin", "siteAdmin", "owner"];
const GROUP_POWER: readonly Persona[] = ["advanced", "groupAdmin", "owner"];
const PORTAL_POWER: readonly Persona[] = ["siteAdmin", "owner"];
const without = (people: readonly Persona[], ...out: Persona[]) => people.filter((one) => !out.includes(one));
const signIn = every("sign-in", ["visitor", "deactivated"]);

const answers: Fields = {
  finds: "everybody",
  enters: "approval",
  published: "on",
  who: "everybody",
  was: "",
  seen: "",
};
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
    fields: ({ accounts }, group) => ({ group, account: accounts.outsider, leaderGroup: "" }),
    does: every("changed", GROUP_POWER),
  },
  "lib/leaders/actions.ts#dismissLeaderAction": {
    group: true,
    fields: ({ accounts }, group) => ({ group, account: accounts.leader, leaderGroup: "" }),
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
        fields: ({ link }: World, group: string) => ({ group, link: link.id }),
        does: every("changed", [...GROUP_POWER, "leader"]),
      } satisfies Door,
    ]),
  ),
  "lib/groups/actions.ts#createGroupAction": {
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
    fields: (_world, group) => ({ ...answers, group }),
    does: every("*", GROUP_POWER),
  },
  "lib/groups/actions.ts#editGroupAction": {
    group: true,
    fields: (_world, group) => ({ group, name: newName, description: "", picture: "hall", colour: "moss" }),
    does: every("changed", GROUP_POWER),
  },
  "lib/groups/actions.ts#deleteGroupAction": {
    group: true,
    fields: (_world, group) => ({ group }),
    does: every("deleted", GROUP_POWER),
  },
  "lib/notices/actions.ts#markNoticesReadAction": {
    fields: () => ({ upTo: crypto.randomUUID() }),
    does: every("read", IN),
    refuses: signIn,
  },
};

export { every, IN, PORTAL_POWER, without };
