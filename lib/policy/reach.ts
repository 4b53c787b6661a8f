/** What `decide` says of one group, as data about all of them: lists and counts filter by it, and show what it allows. */
// Longer than a file should be: whoever writes the statement in SQL needs the two shapes and their meaning side by side.
import { canHold, type GroupPermission } from "./catalogue";
import { anyGives, contentOn, isCreator, standingOf } from "./columns";
import { decideGlobal } from "./decide";
import type { Audience, Column, Policy, PolicyViewer, Situation, TypeTable } from "./facts";
import { followsPublication, isManaged } from "./steps";
import { isEligible } from "./viewer";

/** What some columns of one type give together, as far as it bears on the permission asked for. */
export interface Gain {
  /** they hold `group.administer` */
  readonly admin: boolean;
  /** they hold the permission, by itself or by what implies it */
  readonly granted: boolean;
  /** they hold `group.view-unpublished` */
  readonly unpublished: boolean;
  /** they hold `group.view-own-unpublished`, which counts for the group's creator */
  readonly ownUnpublished: boolean;
}

/** What the viewer gains in the groups of one type, by how they stand to the group. */
export interface TypeReach {
  readonly type: string;
  /** while outside: Outsider and Advanced outsider; for a visitor, Anonymous */
  readonly outside: Gain;
  /** while a member: Member and Insider */
  readonly member: Gain;
  /** by custom role on the membership, in addition to `member`; roles that give nothing here are left out */
  readonly roles: ReadonlyMap<string, Gain>;
  /** while leading the group, in addition to the others */
  readonly leader: Gain;
}

/**
 * In which groups a viewer holds a permission. With `has(x)`: the gain x of `outside` for whoever is no member, else of
 * `member` or of any role on the membership, or, for whoever leads, of `leader`. A group is reached iff
 *
 *     its type is a key of `types`
 *     and ((possible.member if a member, else possible.outside) or (they lead it and possible.leader))
 *     and ( everything
 *        or (manage and not internal)
 *        or has(admin)
 *        or (    (member or leads or pending or (not internal and not hidden and eligible))
 *            and (published or not followsPublication or has(unpublished) or (creator and has(ownUnpublished)))
 *            and has(granted) ) )
 *
 * where *eligible* is: the group lists no role, or one that the viewer holds, who is not a visitor.
 */
export interface Reach {
  readonly permission: GroupPermission;
  /** in whom the permission is possible at all, by how they stand; all false: no group is reached */
  readonly possible: { readonly outside: boolean; readonly member: boolean; readonly leader: boolean };
  /** a site owner, or whoever bypasses group access: every group in which it is possible */
  readonly everything: boolean;
  /** every group that is not internal, by managing all groups */
  readonly manage: boolean;
  /** an unpublished group keeps the permission back from those who may not read it */
  readonly followsPublication: boolean;
  /** by type; a type that is left out lacks the row, its content being switched off */
  readonly types: ReadonlyMap<string, TypeReach>;
}

export function reach(viewer: PolicyViewer, policy: Policy, permission: GroupPermission): Reach {
  const { account } = viewer;
  const outside: Audience = account ? "outsider" : "anonymous";
  const tables = [...policy.types.values()].filter((table) => contentOn(table, permission));
  return {
    permission,
    possible: {
      outside: account?.active !== false && canHold(outside, permission),
      member: account?.active === true && canHold("member", permission),
      leader: account?.active === true && canHold("leader", permission),
    },
    everything: decideGlobal(viewer, "group.bypass").allowed,
    manage: decideGlobal(viewer, "group.manage").allowed && isManaged(permission),
    followsPublication: followsPublication(permission),
    types: new Map(tables.map((table) => [table.type, typeReach(viewer, table, permission)])),
  };
}

function typeReach(viewer: PolicyViewer, table: TypeTable, permission: GroupPermission): TypeReach {
  const columns = [...table.columns.values()];
  const tied = columns.filter(({ globalRole }) => globalRole === null || viewer.globalRoles.has(globalRole));
  const gainOf = (...kinds: Column["kind"][]) =>
    gain(
      tied.filter(({ kind }) => kinds.includes(kind)),
      permission,
    );
  const roles = columns
    .filter(({ kind }) => kind === "custom")
    .map((one) => [one.name, gain([one], permission)] as const);
  return {
    type: table.type,
    outside: viewer.account ? gainOf("outsider", "advanced-outsider") : gainOf("anonymous"),
    member: gainOf("member", "insider"),
    roles: new Map(roles.filter(([, gained]) => Object.values(gained).includes(true))),
    leader: gainOf("leader"),
  };
}

function gain(columns: readonly Column[], permission: GroupPermission): Gain {
  return {
    admin: anyGives(columns, "group.administer"),
    granted: anyGives(columns, permission),
    unpublished: anyGives(columns, "group.view-unpublished"),
    ownUnpublished: anyGives(columns, "group.view-own-unpublished"),
  };
}

/** Whether a reach holds one group: the meaning of its fields, in the words that a statement puts into SQL. */
export function reachHolds(reached: Reach, viewer: PolicyViewer, situation: Situation): boolean {
  const type = reached.types.get(situation.group.type);
  if (!type || !isPossible(reached, viewer, situation)) return false;
  if (reached.everything || (reached.manage && !situation.group.internal)) return true;
  const gains = gainsOf(type, viewer, situation);
  if (gains.some(({ admin }) => admin)) return true;
  return (
    isShown(viewer, situation) && isReadable(reached, gains, viewer, situation) && gains.some((one) => one.granted)
  );
}

function isPossible({ possible }: Reach, viewer: PolicyViewer, situation: Situation): boolean {
  const { member, leads } = standingOf(viewer, situation);
  return (member ? possible.member : possible.outside) || (leads && possible.leader);
}

function gainsOf(type: TypeReach, viewer: PolicyViewer, situation: Situation): Gain[] {
  const { member, roles, leads } = standingOf(viewer, situation);
  const byRoles = roles.map((role) => type.roles.get(role)).filter((gain) => gain !== undefined);
  const own = member ? [type.member, ...byRoles] : [type.outside];
  return leads ? [...own, type.leader] : own;
}

function isShown(viewer: PolicyViewer, situation: Situation): boolean {
  const { member, leads, pending } = standingOf(viewer, situation);
  const { internal, hidden } = situation.group;
  return member || leads || pending !== null || (!internal && !hidden && isEligible(viewer, situation.group));
}

function isReadable(reached: Reach, gains: readonly Gain[], viewer: PolicyViewer, situation: Situation): boolean {
  if (situation.group.published || !reached.followsPublication) return true;
  return gains.some((one) => one.unpublished || (one.ownUnpublished && isCreator(viewer, situation)));
}

/** What an outsider of one type sees of its groups, that are neither their own nor led by them. */
export interface TypeSight {
  readonly type: string;
  /** they hold `group.administer`: every group of the type */
  readonly admin: boolean;
  /** they hold `group.view`: published ones */
  readonly published: boolean;
  /** they hold `group.view-unpublished`: unpublished ones */
  readonly unpublished: boolean;
  /** they hold `group.view-own-unpublished`: unpublished ones that they created */
  readonly ownUnpublished: boolean;
}

/**
 * Which groups a viewer sees. A group is seen iff
 *
 *     not nothing
 *     and ( everything
 *        or (own and (member or leads or pending))
 *        or (manage and not internal)
 *        or (its type is a key of `types`, and with that type
 *              ( admin
 *             or (    not internal and not hidden and eligible
 *                 and (published if the group is, else unpublished or (creator and ownUnpublished)) ) ) ) )
 *
 * where *eligible* is as for `Reach`. For members and leaders only the first three lines speak, which suffice.
 */
export interface SeesReach {
  /** an inactive account */
  readonly nothing: boolean;
  /** a site owner, or whoever bypasses group access */
  readonly everything: boolean;
  /** every group that is not internal, by managing all groups */
  readonly manage: boolean;
  /** an account: groups that it is in, leads, or waits for */
  readonly own: boolean;
  /** by type; a type in which an outsider sees nothing is left out */
  readonly types: ReadonlyMap<string, TypeSight>;
}

export function seesReach(viewer: PolicyViewer, policy: Policy): SeesReach {
  const sights = [...policy.types.values()].map((table) => typeSight(viewer, table));
  return {
    nothing: viewer.account?.active === false,
    everything: decideGlobal(viewer, "group.bypass").allowed,
    manage: decideGlobal(viewer, "group.manage").allowed,
    own: viewer.account !== null,
    types: new Map(sights.filter((sight) => Object.values(sight).includes(true)).map((sight) => [sight.type, sight])),
  };
}

function typeSight(viewer: PolicyViewer, table: TypeTable): TypeSight {
  const { admin, granted, unpublished, ownUnpublished } = typeReach(viewer, table, "group.view").outside;
  return { type: table.type, admin, published: granted, unpublished, ownUnpublished };
}

/** Whether one group is among those that are seen: the meaning of the fields of `SeesReach`. */
export function seesHolds(reached: SeesReach, viewer: PolicyViewer, situation: Situation): boolean {
  if (reached.nothing) return false;
  const { group } = situation;
  const { member, leads, pending } = situation.standing;
  if (reached.everything || (reached.own && (member || leads || pending !== null))) return true;
  if (reached.manage && !group.internal) return true;
  const sight = reached.types.get(group.type);
  if (!sight) return false;
  if (sight.admin) return true;
  if (group.internal || group.hidden || !isEligible(viewer, group)) return false;
  if (group.published) return sight.published;
  return sight.unpublished || (sight.ownUnpublished && isCreator(viewer, situation));
}
