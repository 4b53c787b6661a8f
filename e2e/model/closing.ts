/** SEMANTICS §7: what ends a pending request besides a decision. */
import { logAndTell } from "./chronicle";
import { has, isActive, isEligible } from "./holding";
import type { Group, RequestKind, State } from "./state";

export function closeRequests(before: State, state: State, actor: string): void {
  for (const [name, group] of state.groups) {
    const was = before.groups.get(name);
    for (const [who, kind] of group.pending) {
      if (!was || !isOver({ before, state, was, group, who, kind })) continue;
      group.pending.delete(who);
      const isOwnStep = was.members.has(who) !== group.members.has(who);
      logAndTell(state, isOwnStep ? actor : "", who, "request.closed");
    }
  }
}

interface Wish {
  readonly before: State;
  readonly state: State;
  readonly was: Group;
  readonly group: Group;
  readonly who: string;
  readonly kind: RequestKind;
}

function isOver(wish: Wish): boolean {
  const { state, was, group, who, kind } = wish;
  if (!isActive(state, who)) return true;
  if (was.members.has(who) !== group.members.has(who)) return true;
  if (group.flags.internal && !state.faults.has("requests outlive a group's becoming internal")) return true;
  return kind === "join" && lostItsGround(wish);
}

/** `group.request` lost, or missing in a group that stops being public; eligibility lost, in a public group too. */
function lostItsGround({ before, state, was, group, who }: Wish): boolean {
  const mayAsk = has(state, who, "group.request");
  const lostRequest = has(before, who, "group.request") || was.flags.public;
  if (!group.flags.public && !mayAsk && lostRequest) return true;
  return isEligible(before, who, was) && !isEligible(state, who, group);
}
