/** SEMANTICS §7: what follows by itself from the difference between what was and what is. */
import { administratorsOf } from "./administrators";
import { log, logAndTell, logAndTellEvenTheActor, tell } from "./chronicle";
import { closeRequests } from "./closing";
import { countUp } from "./counting";
import { accountOf, activeOwners, globalRolesOf, groupsOf, isActive, isEligible } from "./holding";
import { enter, joinAnswer } from "./joining";
import { copyOf, type Group, type State } from "./state";

/** Brings the state to its least fixed point; `before` is as it was before the cause. */
export function settle(before: State, state: State, actor: string): void {
  const done = copyOf(state);
  for (const who of state.accounts.keys()) endWithAccount(before, state, actor, who);
  for (const [name, group] of before.groups) if (!state.groups.has(name)) endWithGroup(state, actor, name, group);
  endDueMemberships(state);
  endLeadershipsOfGoneGroups(state);
  for (const who of state.accounts.keys()) recount(before, state, actor, who);
  flagLeaders(before, state, actor);
  closeRequests(before, state, actor);
  tellOfLostAdministrators({ before, done, state }, actor);
  carryOutJoins(before, state, actor);
}

function prune(state: State, group: Group, who: string): void {
  group.members.delete(who);
  logAndTellEvenTheActor(state, who, "member.pruned");
}

/** Memberships, requests and leaderships of accounts go, each with its entry; links and posts go with the group's own. */
function endWithGroup(state: State, actor: string, name: string, group: Group): void {
  for (const who of group.members.keys()) logAndTellEvenTheActor(state, who, "member.pruned");
  for (const who of group.pending.keys()) logAndTellEvenTheActor(state, who, "request.closed");
  for (const who of group.leaders) logAndTell(state, actor, who, "leader.dismissed");
  for (const things of [state.links, state.posts]) {
    for (const [one, { group: of }] of things) if (of === name) things.delete(one);
  }
}

/** Deactivated or deleted: out of all groups, public ones too; leaderships end, links are revoked for good. */
function endWithAccount(before: State, state: State, actor: string, who: string): void {
  const ended = isActive(before, who) ? !isActive(state, who) : accountOf(before, who) && !accountOf(state, who);
  if (!ended) return;
  for (const [, group] of groupsOf(state, who)) prune(state, group, who);
  for (const group of state.groups.values()) {
    if (group.leaders.delete(who)) logAndTell(state, actor, who, "leader.dismissed");
  }
  for (const link of state.links.values()) {
    if (link.maker !== who || link.revoked) continue;
    link.revoked = true;
    logAndTell(state, actor, who, "link.revoked");
  }
}

function endDueMemberships(state: State): void {
  if (state.faults.has("an until never passes")) return;
  for (const group of state.groups.values()) {
    for (const [who, { until }] of group.members) {
      if (until !== null && until <= state.now) prune(state, group, who);
    }
  }
}

function endLeadershipsOfGoneGroups(state: State): void {
  for (const group of state.groups.values()) {
    for (const one of group.leaderGroups) {
      if (state.groups.has(one)) continue;
      group.leaderGroups.delete(one);
      log(state, "leader.dismissed");
    }
  }
}

/** Leaderships stay though their holder is no more eligible, and are flagged. */
function flagLeaders(before: State, state: State, actor: string): void {
  for (const [name, group] of state.groups) {
    const was = before.groups.get(name);
    for (const who of group.leaders) {
      if (was?.leaders.has(who) && isEligible(before, who, was) && !isEligible(state, who, group)) {
        logAndTell(state, actor, who, "leader.not-eligible");
      }
    }
  }
}

/** What the account holds is counted up again, and what nothing holds up any more goes. */
function recount(before: State, state: State, actor: string, who: string): void {
  const kept = countUp(before, state, who);
  for (const [name, group] of kept ? groupsOf(state, who) : []) {
    if (!kept?.has(name)) prune(state, group, who);
  }
  tellOfRoles(before, state, actor, who);
}

/** One entry for each role that is given or taken directly, or that begins or ends. */
function tellOfRoles(before: State, state: State, actor: string, who: string): void {
  const [was, is] = [accountOf(before, who), accountOf(state, who)];
  const [had, holds] = [globalRolesOf(before, who), globalRolesOf(state, who)];
  for (const role of holds) {
    const isGiven = is?.roles.has(role) && !was?.roles.has(role);
    if (isGiven || !had.has(role)) logAndTell(state, actor, who, "account.role-given");
  }
  for (const role of had) {
    const isDirect = was?.roles.has(role) ?? false;
    // With a deleted account its own roles go unsaid. Taking one away is the step itself; the others follow from it.
    const isTaken = isDirect && !is?.roles.has(role);
    if (role === "authenticated" || (isDirect && !is) || (!isTaken && holds.has(role))) continue;
    logAndTell(state, isDirect ? actor : "", who, "account.role-taken");
  }
}

/** §9: this page is not bound by the last administrator; it removes, and tells the site owners. */
function tellOfLostAdministrators(
  { before, done, state }: { [when in "before" | "done" | "state"]: State },
  actor: string,
): void {
  for (const [name, group] of state.groups) {
    const was = before.groups.get(name);
    const removed = (who: string) => done.groups.get(name)?.members.has(who) && !group.members.has(who);
    if (!was || !administratorsOf(before, was).some(removed)) continue;
    if (group.members.size === 0 || administratorsOf(state, group).length > 0) continue;
    log(state, "group.without-administrator");
    for (const owner of activeOwners(state)) tell(state, actor, owner, "group.without-administrator");
  }
}

/** A group that becomes open, or stops being restricted while open: whoever would join at once now, does. */
function carryOutJoins(before: State, state: State, actor: string): void {
  const lets = (group: Group | undefined) => group?.flags.open && !group.flags.restricted;
  for (const [name, group] of state.groups) {
    const was = before.groups.get(name);
    if (!was || !lets(group) || lets(was)) continue;
    for (const [who, kind] of [...group.pending]) {
      if (kind === "leave" || joinAnswer(state, who, group) !== "joined") continue;
      const then = copyOf(state);
      group.pending.delete(who);
      enter(group, who);
      logAndTell(state, actor, who, "request.approved");
      log(state, "member.joined");
      settle(then, state, actor);
    }
  }
}
