/** Nobody gives, takes or acts beyond what they hold themselves; a site owner is bound by the last owner alone. */
import {
  type GlobalPermission,
  GROUP_PERMISSIONS,
  type GroupPermission,
  globalPermission,
  groupPermission,
  possibleIn,
} from "./catalogue";
import { anyGives, cellCounts } from "./columns";
import { decide, decideGlobal, setOf } from "./decide";
import type { Column, ColumnKind, PolicyViewer, Situation } from "./facts";

/** Somebody as they stand to one group: `situation` holds their own standing in it. */
export interface Seat {
  readonly viewer: PolicyViewer;
  readonly situation: Situation;
}

const isOwner = (viewer: PolicyViewer): boolean => viewer.account?.active === true && viewer.account.owner;

/**
 * Whether somebody holds a permission in a group, as ceilings mean it: by decision, or because they administer the group
 * whole. That adds what their own audience cannot hold; to all else, administering says yes in the decision itself.
 */
export function holdsThere({ viewer, situation }: Seat, permission: GroupPermission): boolean {
  return decide(viewer, situation, permission).allowed || decide(viewer, situation, "group.administer").allowed;
}

const HIGH = GROUP_PERMISSIONS.filter(({ risk }) => risk === "high").map(({ key }) => key);

/** Whether the target holds a permission marked high, in their group, that the actor does not hold there. */
export function standsAbove(target: Seat, actor: Seat): boolean {
  return HIGH.some((permission) => holdsThere(target, permission) && !holdsThere(actor, permission));
}

/** Whether one may remove a member, dismiss a leader, or set the end of a membership, as far as standing goes. */
export function mayRemove(actor: Seat, target: Seat): boolean {
  return !standsAbove(target, actor);
}

/** The same for a leader group, which stands where the highest of its members does; `members` as leaders of the group. */
export function mayDismiss(actor: Seat, members: readonly Seat[]): boolean {
  return members.every((member) => mayRemove(actor, member));
}

/** Whether one may give these group roles, by name: one holds there whatever their columns give. */
export function mayGiveRoles(actor: Seat, roles: readonly string[]): boolean {
  return columnsNamed(actor, roles).every((column) => holdsAll(actor, column));
}

function columnsNamed({ situation }: Seat, roles: readonly string[]): Column[] {
  return [...situation.table.columns.values()].filter(({ kind, name }) => kind === "custom" && roles.includes(name));
}

function holdsAll(actor: Seat, column: Column): boolean {
  return [...column.permissions].every((key) => !cellCounts(column, key) || holdsThere(actor, key));
}

/** Whether one may put these roles in place of those that the target has; `target` with the roles as they are. */
export function mayChangeRoles(actor: Seat, target: Seat, roles: readonly string[]): boolean {
  const before = target.situation.standing.roles;
  const given = roles.filter((role) => !before.includes(role));
  const taken = before.filter((role) => !roles.includes(role));
  if (given.length === 0 && taken.length === 0) return true;
  return mayRemove(actor, target) && mayGiveRoles(actor, given) && !(isSame(actor, target) && isUpward(actor, roles));
}

const isSame = (one: Seat, other: Seat): boolean => one.viewer.account?.id === other.viewer.account?.id;

// Roles that one holds cell by cell can still open more together, such as the posts of an unpublished group.
function isUpward({ viewer, situation }: Seat, roles: readonly string[]): boolean {
  const after = { ...situation, standing: { ...situation.standing, roles } };
  return GROUP_PERMISSIONS.some(
    ({ key }) => decide(viewer, after, key).allowed && !decide(viewer, situation, key).allowed,
  );
}

/** Whether one may add oneself: not where the group confers a role that one does not hold. */
export function mayAddSelf(actor: Seat): boolean {
  if (isOwner(actor.viewer)) return true;
  return actor.situation.group.confers.every((role) => actor.viewer.globalRoles.has(role));
}

/** Whether one may appoint a leader, oneself included: one holds there whatever is high in the Leader column. */
export function mayAppointLeader(actor: Seat): boolean {
  const leaders = [...actor.situation.table.columns.values()].filter(({ kind }) => kind === "leader");
  return HIGH.every((key) => !leaders.some((column) => cellCounts(column, key)) || holdsThere(actor, key));
}

/**
 * Whether one may put a global role on, or take it off, the list that a group confers. `situation` is null while the
 * group does not exist: then nobody holds a group permission in it, unless they bypass.
 */
export function mayConfer(viewer: PolicyViewer, situation: Situation | null, role: string): boolean {
  if (isOwner(viewer)) return true;
  const configures = situation
    ? decide(viewer, situation, "group.configure").allowed
    : decideGlobal(viewer, "group.bypass").allowed;
  return configures && decideGlobal(viewer, "people.administer").allowed && viewer.globalRoles.has(role);
}

/** Whether one may create groups of a type: a group that does not exist has no permissions of its own. */
export function mayCreate(viewer: PolicyViewer, type: string): boolean {
  return decideGlobal(viewer, "group.bypass").allowed || decideGlobal(viewer, `group.create:${type}`).allowed;
}

/** What the groups of a type are, together, to whoever changes its table. */
export interface TypeUse {
  /** global roles that any group of the type confers */
  readonly confers: readonly string[];
  /** a group of the type is a leader group anywhere */
  readonly leads: boolean;
}

/** What lets people into a group, or lets others let them in. */
const WAYS_IN: readonly GroupPermission[] = [
  "member.add",
  "member.join",
  "member.request",
  "request.decide",
  "link.manage",
];

/** Whether one may tick a cell of a type's table; revoking one needs `type.administer` only. */
export function mayGrantCell(
  viewer: PolicyViewer,
  cell: { readonly kind: ColumnKind; readonly permission: GroupPermission },
  use: TypeUse,
): boolean {
  if (!decideGlobal(viewer, "type.administer").allowed || possibleIn(cell.kind, cell.permission) !== true) return false;
  if (decideGlobal(viewer, "group.bypass").allowed) return true;
  if (groupPermission(cell.permission).risk === "high") return false;
  const guarded = use.leads || use.confers.some((role) => !viewer.globalRoles.has(role));
  return !(guarded && WAYS_IN.includes(cell.permission));
}

/**
 * Whether one may grant a site-wide right. Whoever holds it and gives it to a role of their own that lacks it holds it
 * by another role, so that one question covers both rules.
 */
export function mayGrantGlobal(viewer: PolicyViewer, permission: GlobalPermission): boolean {
  return decideGlobal(viewer, permission).allowed;
}

/** The site-wide rights that set nobody above others: those that are not marked high. */
export function setsNobodyAbove(permission: GlobalPermission): boolean {
  return globalPermission(permission).risk === "normal";
}

/** Whether one may take these rights from a role, or delete a role that has them; name only what it has. */
export function mayTakeGlobal(viewer: PolicyViewer, taken: Iterable<GlobalPermission>): boolean {
  return [...taken].every((key) => setsNobodyAbove(key) || decideGlobal(viewer, key).allowed);
}

/** Whether one may give an account a global role: one holds that very role. */
export function mayGiveGlobalRole(viewer: PolicyViewer, role: string): boolean {
  return isOwner(viewer) || viewer.globalRoles.has(role);
}

/** Whether the target stands above the actor in the portal. An inactive target stands where it would if it were not. */
export function standsAboveInPortal(target: PolicyViewer, actor: PolicyViewer): boolean {
  if (isOwner(actor)) return false;
  if (target.account?.owner) return true;
  return [...target.globalPermissions].some((key) => !setsNobodyAbove(key) && !decideGlobal(actor, key).allowed);
}

/** Whether somebody counts as an administrator of the group: by what members hold, not by leading it. */
export function isAdministrator({ viewer, situation }: Seat): boolean {
  if (!viewer.account?.active || !situation.standing.member) return false;
  const columns = setOf(viewer, situation).filter(({ kind }) => kind !== "leader");
  return anyGives(columns, "group.administer");
}

/** What a change would leave a group with. */
export interface AdministratorChange {
  /** the person concerned is an administrator before, and after */
  readonly before: boolean;
  readonly after: boolean;
  /** how many others are administrators */
  readonly otherAdministrators: number;
  /** how many others are members */
  readonly otherMembers: number;
}

/** Whether the change would take the last administrator from those who remain, and the actor may not do that. */
export function losesLastAdministrator(actor: PolicyViewer, change: AdministratorChange): boolean {
  if (decideGlobal(actor, "group.bypass").allowed) return false;
  if (!change.before || change.after) return false;
  return change.otherAdministrators === 0 && change.otherMembers > 0;
}

/** Whether the account is the last active site owner, whom nobody deactivates, deletes or demotes. */
export function isLastOwner(
  target: { readonly owner: boolean; readonly active: boolean },
  otherActiveOwners: number,
): boolean {
  return target.owner && target.active && otherActiveOwners === 0;
}
