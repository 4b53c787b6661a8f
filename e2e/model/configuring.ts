/** SEMANTICS §6 and §9: Configure, how people get in and what a group confers. */
import type { Keys } from "@/lib/scenario/verbs";
import { anyStandsAbove, mayConfer } from "./ceilings";
import { log } from "./chronicle";
import { settle } from "./consequences";
import { isKeptForOwners } from "./deciding";
import { can } from "./decision";
import { seenGroup } from "./group-named";
import { withFlags } from "./groups";
import { isOwner } from "./holding";
import { copyOf, type Group, type State } from "./state";

type Change = Keys<"configure-group">;

export function configureGroup(state: State, actor: string, keys: Change): string {
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  if (!can(state, actor, group, "group.configure")) return "not-permitted";
  const removed = removedBy(state, actor, keys);
  if (setsRestricted(state, actor, group, keys)) return "restricted";
  if (removed.length > 0 && isKeptForOwners(state, actor, group)) return "restricted";
  if (owesChoice(group, keys)) return "needs-eligible-roles";
  if (anyStandsAbove(state, actor, group, removed)) return "exceeds-own";
  if (!mayConfer(state, actor, group, differing(group.confers, keys.confers))) return "exceeds-own";
  if (apply(group, keys)) log(state, "group.configured");
  return "changed";
}

/** Only a site owner sets or clears the flag itself. */
const setsRestricted = (state: State, actor: string, group: Group, { restricted }: Change): boolean =>
  restricted !== undefined && restricted !== group.flags.restricted && !isOwner(state, actor);

/** Its last eligible role was deleted: it is opened again only together with a choice (§7). */
const owesChoice = (group: Group, { internal, eligibleRoles }: Change): boolean =>
  group.owesChoice && group.flags.internal && internal === false && eligibleRoles === undefined;

/** Those whom another list of eligible roles would put out. */
function removedBy(state: State, actor: string, keys: Change): string[] {
  if (keys.eligibleRoles === undefined) return [];
  const tried = copyOf(state);
  const group = tried.groups.get(keys.group);
  if (!group) return [];
  apply(group, keys);
  settle(state, tried, actor);
  const before = [...(state.groups.get(keys.group)?.members.keys() ?? [])];
  return before.filter((who) => !group.members.has(who));
}

/** Roles put on the list or taken off it. */
function differing(had: ReadonlySet<string>, said: readonly string[] | undefined): string[] {
  if (said === undefined) return [];
  return [...said.filter((role) => !had.has(role)), ...[...had].filter((role) => !said.includes(role))];
}

/** Whether anything is different now. */
function apply(group: Group, keys: Change): boolean {
  const flags = withFlags(group.flags, keys);
  const changed =
    JSON.stringify(flags) !== JSON.stringify(group.flags) ||
    differing(group.eligible, keys.eligibleRoles).length > 0 ||
    differing(group.confers, keys.confers).length > 0;
  group.flags = flags;
  if (keys.eligibleRoles) group.eligible = new Set(keys.eligibleRoles);
  if (keys.confers) group.confers = new Set(keys.confers);
  if (!flags.internal) group.owesChoice = false;
  return changed;
}
