/** What follows from a change, by itself: who loses what and why. Reads only; a preview and the write ask the same. */
import type { Reader } from "@/db/client";
import type { Viewer } from "@/lib/session/viewer";
import { groupsLosingAdministrators } from "./administrators";
import { type Change, causeOf, homeOf, type Overlay, overlayOf, type Reason } from "./change";
import { closedRequests } from "./closed";
import { endedAccounts, leaderGroupsGone } from "./ended";
import { emptiedLists, movedLeaders } from "./lists";
import { openedJoins } from "./opened";
import { listTouched, type Recount, recount } from "./recount";
import type { Closed, Held, Leadership, Link, Pair } from "./rows";

export interface Plan {
  /** accounts that were looked at, in order, whether or not anything follows for them */
  readonly counted: readonly string[];
  /** what brought it about, as the log names it */
  readonly cause: string;
  /** where that happened; what follows anywhere else is marked so */
  readonly home: ReadonlySet<string>;
  /** what those whom it touches read of it besides */
  readonly reason?: Reason;
  /** memberships that end */
  readonly pruned: readonly Pair[];
  /** pending requests that are closed */
  readonly closed: readonly Closed[];
  /** pending joins that are carried out because the group became open */
  readonly carriedOut: readonly Closed[];
  /** conferred roles that end and begin, and deleted roles of whoever held them */
  readonly rolesEnded: readonly Held[];
  readonly rolesBegun: readonly Held[];
  /** groups whose last eligible role is deleted; those of them that become internal by it */
  readonly listsEmptied: readonly string[];
  readonly madeInternal: readonly string[];
  /** groups that lose their last administrator while other members remain */
  readonly withoutAdministrator: readonly string[];
  /** leaderships that end with their account or leader group */
  readonly leadershipsEnded: readonly Leadership[];
  /** links of an account that ended */
  readonly linksRevoked: readonly Link[];
  /** leaders who stopped being eligible for what they lead; they go on leading */
  readonly leadersFlagged: readonly Pair[];
  /** leaders who were flagged and are eligible again */
  readonly leadersCleared: readonly Pair[];
  readonly sessionsEnded: readonly string[];
  readonly touchedAccounts: readonly string[];
  readonly touchedGroups: readonly string[];
}

const NOTHING: Plan = {
  counted: [],
  cause: "",
  home: new Set(),
  pruned: [],
  closed: [],
  carriedOut: [],
  rolesEnded: [],
  rolesBegun: [],
  listsEmptied: [],
  madeInternal: [],
  withoutAdministrator: [],
  leadershipsEnded: [],
  linksRevoked: [],
  leadersFlagged: [],
  leadersCleared: [],
  sessionsEnded: [],
  touchedAccounts: [],
  touchedGroups: [],
};

/** Asked before the change is written: what is stored counts as before, and `changes` say what comes after. */
export async function planConsequences(read: Reader, viewer: Viewer, changes: readonly Change[]): Promise<Plan> {
  if (changes.length === 0) return NOTHING;
  const stated = overlayOf(changes);
  const carriedOut = await openedJoins(read, viewer, stated);
  const begun = [...stated.begun, ...carriedOut.map((c) => ({ account: c.accountId, grp: c.groupId }))];
  const overlay = { ...stated, begun };
  const counted = asksAccounts(overlay) ? await recount(read, overlay, requestRoles(viewer, overlay)) : [];
  const ended = await endedAccounts(read, overlay);
  const pruned = [
    ...counted.flatMap((c) => c.pruned.map((groupId) => ({ accountId: c.account_id, groupId }))),
    ...ended.memberships,
  ];
  const lists = await emptiedLists(read, overlay);
  const closed = await closedRequests(read, { overlay, counted, pruned, madeInternal: lists.madeInternal, carriedOut });
  const leadershipsEnded = [...ended.leaderships, ...(await leaderGroupsGone(read, overlay))];
  const rolesEnded = [...counted.flatMap((c) => endedRoles(c, overlay)), ...ended.roles];
  const rolesBegun = counted.flatMap((c) => begunRoles(c, overlay));
  return {
    counted: counted.map((c) => c.account_id),
    cause: causeOf(changes),
    home: homeOf(changes),
    pruned,
    closed,
    carriedOut,
    rolesEnded,
    rolesBegun,
    ...lists,
    withoutAdministrator: await groupsLosingAdministrators(read, overlay, pruned, counted),
    leadershipsEnded,
    linksRevoked: ended.links,
    ...(await movedLeaders(read, overlay, counted)),
    sessionsEnded: overlay.accountsEnded,
    touchedAccounts: unique(
      [...pruned, ...closed, ...rolesEnded, ...rolesBegun, ...carriedOut].map((pair) => pair.accountId),
    ),
    touchedGroups: unique([...lists.listsEmptied, ...leadershipsEnded.map((l) => l.groupId)]),
  };
}

/** Accounts that the changes make to be counted again, in order: whom a plan would look at. */
export async function listCounted(read: Reader, viewer: Viewer, changes: readonly Change[]): Promise<string[]> {
  const overlay = overlayOf(changes);
  return asksAccounts(overlay) ? listTouched(read, overlay, requestRoles(viewer, overlay)) : [];
}

/**
 * What follows for accounts that came to be touched after a plan was made, and for whoever asked since in a group that it
 * makes internal: of the groups' own fate nothing.
 */
export async function planLatecomers(
  read: Reader,
  viewer: Viewer,
  changes: readonly Change[],
  { counted: known, madeInternal }: Pick<Plan, "counted" | "madeInternal">,
): Promise<Plan> {
  const overlay = overlayOf(changes);
  const counted = await recount(read, overlay, requestRoles(viewer, overlay), known);
  const late = { ...overlay, begun: [], ended: [], configured: overlay.configured, accountsEnded: [] };
  const pruned = counted.flatMap((c) => c.pruned.map((groupId) => ({ accountId: c.account_id, groupId })));
  const closed = await closedRequests(read, { overlay: late, counted, pruned, madeInternal, carriedOut: [] });
  return {
    ...NOTHING,
    counted: counted.map((c) => c.account_id),
    cause: causeOf(changes),
    home: homeOf(changes),
    pruned,
    closed,
    rolesEnded: counted.flatMap((c) => endedRoles(c, overlay)),
    rolesBegun: counted.flatMap((c) => begunRoles(c, overlay)),
    withoutAdministrator: await groupsLosingAdministrators(read, late, pruned, counted),
    ...(await movedLeaders(read, late, counted)),
    touchedAccounts: unique([...counted.map((c) => c.account_id), ...closed.map((one) => one.accountId)]),
  };
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

function asksAccounts(overlay: Overlay): boolean {
  const { taken, given, begun, ended, ownersMade, ownersUnmade, rolesDeleted, groupsDeleted, configured } = overlay;
  const lists = [taken, given, begun, ended, ownersMade, ownersUnmade, rolesDeleted, groupsDeleted, configured];
  return [...lists, overlay.requestRevoked].some((list) => list.length > 0);
}

function requestRoles(viewer: Viewer, overlay: Overlay) {
  const before = [...viewer.policy.globalRoles].filter(([, held]) => held.has("group.request")).map(([role]) => role);
  const gone = new Set([...overlay.requestRevoked, ...overlay.rolesDeleted]);
  return { before, after: unique([...before.filter((role) => !gone.has(role)), ...overlay.requestGranted]) };
}

/** A direct role that the command itself takes is the command's own line in the log, not a consequence. */
function endedRoles(c: Recount, overlay: Overlay): Held[] {
  return c.held_before
    .filter((role) => !c.held_after.includes(role))
    .filter((role) => !overlay.taken.some((t) => t.account === c.account_id && t.role === role))
    .map((role) => ({ accountId: c.account_id, role, direct: c.direct_before.includes(role) }));
}

function begunRoles(c: Recount, overlay: Overlay): Held[] {
  return c.held_after
    .filter((role) => !c.held_before.includes(role))
    .filter((role) => !overlay.given.some((g) => g.account === c.account_id && g.role === role))
    .map((role) => ({ accountId: c.account_id, role }));
}
