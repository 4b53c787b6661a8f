/** One step of a verb, such as fits the state: names that exist, people whom it may concern. */
import type { Keys, VerbName } from "@/lib/scenario/verbs";
import { BUILT_IN_COLUMNS, GROUP_PERMISSIONS } from "./catalogue";
import type { Dice } from "./dice";
import { leads } from "./holding";
import { customColumnsOf, customRoles, presentAccounts, type Scene } from "./scene";

export type Choice<V extends VerbName> = (scene: Scene, dice: Dice) => Keys<V>;
type Choices = { readonly [V in VerbName]?: Choice<V> };

const UNTIL = ["+1h", "+1d", "+2d", "never"];

const group = ({ groups }: Scene, dice: Dice): string => dice.pick(groups);
const type = ({ state }: Scene, dice: Dice): string => dice.pick([...state.types.keys()]);

/** A group and somebody who is in it, or waits, or leads it; now and then anybody. */
function memberOf(scene: Scene, dice: Dice, related = 70): { group: string; account: string } {
  const name = group(scene, dice);
  const there = scene.state.groups.get(name);
  const within = there ? [...there.members.keys(), ...there.pending.keys()] : [];
  return { group: name, account: dice.rather(within, [...scene.state.accounts.keys()], related) };
}

/** A group in which somebody waits, and who. */
function waiting(scene: Scene, dice: Dice): { group: string; account: string } {
  const all = [...scene.state.groups].flatMap(([name, { pending }]) =>
    [...pending.keys()].map((account) => ({ group: name, account })),
  );
  return dice.rather(all, [memberOf(scene, dice)], 90);
}

const decided: Choice<"approve"> = (scene, dice) => ({
  ...waiting(scene, dice),
  ...(dice.chance(40) ? { kind: dice.pick(["join", "leave"] as const) } : {}),
});

function roles(scene: Scene, dice: Dice, name: string): string[] {
  const there = scene.state.groups.get(name);
  const some = there ? dice.some(customColumnsOf(scene.state, there.type)) : [];
  return dice.chance(5) ? [...some, "member"] : some;
}

function led(scene: Scene, dice: Dice, dismissing: boolean): Keys<"appoint-leader"> {
  const name = group(scene, dice);
  const there = scene.state.groups.get(name);
  const others = scene.groups.filter((one) => one !== name);
  const groups = dismissing && there ? [...there.leaderGroups] : others;
  if (dice.chance(30) && others.length > 0) return { group: name, leaderGroup: dice.rather(groups, others) };
  const present = presentAccounts(scene.state);
  const leading = there ? present.filter((one) => leads(scene.state, one, there)) : [];
  return { group: name, account: dice.rather(dismissing ? leading : [], present) };
}

const FLAGS = ["internal", "hidden", "open", "public", "restricted", "published"] as const;

function flags(dice: Dice, percent: number): { [flag in (typeof FLAGS)[number]]?: boolean } {
  return Object.fromEntries(
    dice.some(FLAGS, percent).map((flag) => [flag, dice.chance(flag === "internal" ? 30 : 50)]),
  );
}

function lists({ state }: Scene, dice: Dice, percent: number): { eligibleRoles?: string[]; confers?: string[] } {
  const custom = customRoles(state);
  return {
    ...(dice.chance(percent) ? { eligibleRoles: dice.some(["authenticated", ...custom], 25) } : {}),
    ...(dice.chance(percent) ? { confers: dice.some(custom, 25) } : {}),
  };
}

const cell: Choice<"grant"> = (scene, dice) => {
  const name = type(scene, dice);
  const custom = customRoles(scene.state);
  const columns = [...BUILT_IN_COLUMNS, ...customColumnsOf(scene.state, name)];
  const permission = dice.pick(GROUP_PERMISSIONS);
  if (custom.length === 0 || dice.chance(65)) return { type: name, role: dice.pick(columns), permission };
  return dice.chance(50)
    ? { type: name, outsiderOf: dice.pick(custom), permission }
    : { type: name, insiderOf: dice.pick(custom), permission };
};

const link = ({ links }: Scene, dice: Dice): { link: string } => ({ link: dice.pick(links) });

export const IN_GROUPS: Choices = {
  see: (scene, dice) => (dice.chance(40) ? { post: dice.pick(scene.posts) } : { group: group(scene, dice) }),
  list: (scene, dice) => (dice.chance(30) ? { type: type(scene, dice) } : {}),
  "open-link": link,
  join: (scene, dice) => (dice.chance(50) ? link(scene, dice) : { group: group(scene, dice) }),
  leave: (scene, dice) => ({ group: group(scene, dice) }),
  withdraw: (scene, dice) => ({ group: waiting(scene, dice).group }),
  approve: decided,
  reject: decided,
  "add-member": (scene, dice) => {
    const keys = { ...memberOf(scene, dice, 20), ...(dice.chance(25) ? { until: dice.pick(UNTIL) } : {}) };
    return dice.chance(40) ? { ...keys, roles: roles(scene, dice, keys.group) } : keys;
  },
  "remove-member": (scene, dice) => memberOf(scene, dice),
  "set-member-roles": (scene, dice) => {
    const keys = memberOf(scene, dice);
    return { ...keys, roles: roles(scene, dice, keys.group) };
  },
  "set-until": (scene, dice) => ({ ...memberOf(scene, dice), until: dice.pick(UNTIL) }),
  "edit-own-membership": (scene, dice) => ({ group: group(scene, dice), title: `Number ${scene.number}` }),
  "appoint-leader": (scene, dice) => led(scene, dice, false),
  "dismiss-leader": (scene, dice) => led(scene, dice, true),
  "create-group": (scene, dice) => ({
    group: dice.chance(20) ? " COUNCIL " : `crew-${scene.number}`,
    ...{ type: type(scene, dice), ...flags(dice, 40), ...lists(scene, dice, 25) },
  }),
  "configure-group": (scene, dice) => ({
    group: dice.chance(25) ? waiting(scene, dice).group : group(scene, dice),
    ...flags(dice, 30),
    ...lists(scene, dice, 30),
  }),
  "edit-group": (scene, dice) => ({
    group: group(scene, dice),
    ...(dice.chance(60) ? { name: dice.chance(50) ? "Ｃouncil" : `Name ${scene.number}` } : {}),
    ...(dice.chance(50) ? { description: `About ${scene.number}` } : {}),
  }),
  "delete-group": (scene, dice) => ({ group: group(scene, dice) }),
  "create-link": (scene, dice) => ({
    ...{ link: `l-${scene.number}`, group: group(scene, dice), maxUses: dice.pick([null, 1, 2]) },
    ...{ expires: dice.pick(["+1h", "+1d", "never"]), asksApproval: dice.chance(30) },
  }),
  "revoke-link": link,
  "pause-link": link,
  "resume-link": link,
  "rotate-link": link,
  "create-post": (scene, dice) => ({
    ...{ group: group(scene, dice), post: `p-${scene.number}`, published: dice.chance(60) },
  }),
  "edit-post": ({ posts }, dice) => ({
    post: dice.pick(posts),
    ...(dice.chance(50) ? { published: dice.chance(50) } : {}),
  }),
  "delete-post": ({ posts }, dice) => ({ post: dice.pick(posts) }),
  grant: cell,
  revoke: cell,
};
