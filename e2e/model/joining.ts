/** SEMANTICS §6: Join, Leave, and withdrawing what was asked. */
import type { Keys } from "@/lib/scenario/verbs";
import { isLastAdministrator } from "./administrators";
import { log, tellOfRequest } from "./chronicle";
import { can, decide } from "./decision";
import { seenGroup } from "./group-named";
import { isActive, isEligible, may } from "./holding";
import { linkState } from "./links";
import type { Group, Link, State } from "./state";

/** The join list from `internal` to `not-permitted`; null if nothing there stands in the way. */
export function joinRefusal(state: State, who: string, group: Group, byLink: boolean): string | null {
  if (group.flags.internal) return "internal";
  if (!isEligible(state, who, group) && !(byLink && state.faults.has("a link makes eligible"))) return "not-eligible";
  if (group.members.has(who)) return "already-member";
  if (!group.flags.public && !may(state, who, "group.request")) return "needs-request-permission";
  const permitted = ["member.join", "member.request"].some((one) => decide(state, who, group, one, byLink).allowed);
  return permitted ? null : "not-permitted";
}

/** The whole list. A link that always asks skips the line `joined`. */
export function joinAnswer(state: State, who: string, group: Group, link?: Link): string {
  const byLink = link !== undefined;
  const refusal = joinRefusal(state, who, group, byLink);
  if (refusal) return refusal;
  const { open, restricted } = group.flags;
  const atOnce = open && !restricted && decide(state, who, group, "member.join", byLink).allowed;
  if (atOnce && !link?.asksApproval) return "joined";
  return group.pending.has(who) ? "already-pending" : "requested";
}

export function join(state: State, actor: string, keys: Keys<"join">): string {
  if (!isActive(state, actor)) return "sign-in";
  if (keys.link !== undefined) return joinByLink(state, actor, keys.link);
  const group = seenGroup(state, actor, keys.group ?? "");
  return group ? carryOutJoin(state, actor, group) : "not-found";
}

function joinByLink(state: State, actor: string, name: string): string {
  const standing = linkState(state, name);
  if (standing !== "open") return standing;
  const link = state.links.get(name);
  const group = link && state.groups.get(link.group);
  if (!group) return "not-found";
  const answer = carryOutJoin(state, actor, group, link);
  if (answer === "joined" || answer === "requested") {
    link.uses += 1;
    log(state, "link.used");
  }
  return answer;
}

function carryOutJoin(state: State, actor: string, group: Group, link?: Link): string {
  const answer = joinAnswer(state, actor, group, link);
  if (answer === "joined") {
    enter(group, actor);
    log(state, "member.joined");
  }
  if (answer === "requested") {
    group.pending.set(actor, "join");
    tellOfRequest(state, actor, group);
  }
  return answer;
}

/** A pending request that this settles is closed like every other that a membership's beginning ends (§7). */
export function enter(group: Group, who: string, roles: Iterable<string> = [], until: number | null = null): void {
  group.members.set(who, { roles: new Set(roles), until, record: JSON.stringify(["", ""]) });
}

export function leave(state: State, actor: string, keys: Keys<"leave">): string {
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  if (!group.members.has(actor)) return "not-a-member";
  if (group.flags.internal) return "internal";
  if (!can(state, actor, group, "member.leave")) return "not-permitted";
  if (isLastAdministrator(state, actor, group, actor)) return "last-admin";
  if (group.flags.open || state.settings.get("autoLeave") === true) {
    group.members.delete(actor);
    log(state, "member.left");
    return "left";
  }
  if (group.pending.has(actor)) return "already-pending";
  group.pending.set(actor, "leave");
  tellOfRequest(state, actor, group);
  return "leave-requested";
}

export function withdraw(state: State, actor: string, keys: Keys<"withdraw">): string {
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  if (!group.pending.delete(actor)) return "no-request";
  log(state, "request.withdrawn");
  return "withdrawn";
}
