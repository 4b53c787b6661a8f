/** SEMANTICS §6: Appoint, dismiss a leader. What is so already is “changed”, and gives and takes nothing. */
import type { Keys } from "@/lib/scenario/verbs";
import { anyStandsAbove, leadersNamed, leadingExceeds } from "./ceilings";
import { log, tell } from "./chronicle";
import { isKeptForOwners } from "./deciding";
import { can } from "./decision";
import { seenGroup } from "./group-named";
import { isActive } from "./holding";
import type { Group, State } from "./state";

type Named = Keys<"appoint-leader">;

export function appointLeader(state: State, actor: string, keys: Named): string {
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  const refusal = notOnes(state, actor, group, keys);
  if (refusal) return refusal;
  if (keys.account !== undefined && !isActive(state, keys.account)) return "not-found";
  const { list, name } = placeOf(group, keys);
  if (list.has(name)) return "changed";
  if (leadingExceeds(state, actor, group)) return "exceeds-own";
  list.add(name);
  report(state, actor, keys, "leader.appointed");
  return "changed";
}

export function dismissLeader(state: State, actor: string, keys: Named): string {
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  const refusal = notOnes(state, actor, group, keys);
  if (refusal) return refusal;
  const { list, name } = placeOf(group, keys);
  if (!list.has(name)) return "changed";
  if (anyStandsAbove(state, actor, group, leadersNamed(state, keys.account, keys.leaderGroup))) return "exceeds-own";
  list.delete(name);
  report(state, actor, keys, "leader.dismissed");
  return "changed";
}

/** A leader group that the actor does not see is not there either. */
function notOnes(state: State, actor: string, group: Group, { leaderGroup }: Named): string | null {
  if (!can(state, actor, group, "leader.appoint")) return "not-permitted";
  if (isKeptForOwners(state, actor, group)) return "restricted";
  return leaderGroup === undefined || seenGroup(state, actor, leaderGroup) ? null : "not-found";
}

const placeOf = (group: Group, { account, leaderGroup }: Named): { list: Set<string>; name: string } =>
  account === undefined
    ? { list: group.leaderGroups, name: leaderGroup ?? "" }
    : { list: group.leaders, name: account };

/** Whoever leads from now on is told, or leads no more; of a leader group, all who are in it. */
function report(state: State, actor: string, { account, leaderGroup }: Named, event: string): void {
  log(state, event);
  for (const who of leadersNamed(state, account, leaderGroup)) tell(state, actor, who, event);
}
