/** SEMANTICS §8: join links, and the first state that fits. */
import type { Keys } from "@/lib/scenario/verbs";
import { log, logAndTell } from "./chronicle";
import { can } from "./decision";
import { seenGroup } from "./group-named";
import { isActive } from "./holding";
import { type Link, momentOf, type State } from "./state";

const WEEK = 7 * 24 * 60;

export function linkState(state: State, name: string): string {
  const link = state.links.get(name);
  const group = link && state.groups.get(link.group);
  if (!link || !group) return "not-found";
  if (link.revoked || !isActive(state, link.maker)) return "revoked";
  if (group.flags.internal || !can(state, link.maker, group, "link.manage")) return "unavailable";
  if (link.paused) return "paused";
  if (link.expires !== null && link.expires <= state.now) return "expired";
  return link.maxUses !== null && link.uses >= link.maxUses ? "used-up" : "open";
}

/** Opening changes nothing, whoever opens. */
export const openLink = (state: State, _actor: string, keys: Keys<"open-link">): string => linkState(state, keys.link);

export function newLink(state: State, maker: string, keys: Omit<Keys<"create-link">, "link">): Link {
  const { group, maxUses = null, expires, asksApproval = false } = keys;
  return {
    ...{ group, maker, maxUses, asksApproval, uses: 0, paused: false },
    expires: expires === undefined ? state.now + WEEK : momentOf(state, expires),
    revoked: !isActive(state, maker),
  };
}

export function createLink(state: State, actor: string, keys: Keys<"create-link">): string {
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  if (!can(state, actor, group, "link.manage")) return "not-permitted";
  state.links.set(keys.link, newLink(state, actor, keys));
  log(state, "link.created");
  return "created";
}

export function revokeLink(state: State, actor: string, keys: Keys<"revoke-link">): string {
  return tend(state, actor, keys.link, (link) => {
    if (!link.revoked) logAndTell(state, actor, link.maker, "link.revoked");
    link.revoked = true;
    return "changed";
  });
}

export const pauseLink = (state: State, actor: string, keys: Keys<"pause-link">): string =>
  pauseOrResume(state, actor, keys.link, true);

export const resumeLink = (state: State, actor: string, keys: Keys<"resume-link">): string =>
  pauseOrResume(state, actor, keys.link, false);

function pauseOrResume(state: State, actor: string, name: string, paused: boolean): string {
  return tend(state, actor, name, (link) => {
    if (link.revoked) return "revoked";
    if (link.paused !== paused) log(state, paused ? "link.paused" : "link.resumed");
    link.paused = paused;
    return "changed";
  });
}

/** A new token, and the actor is its maker; uses, limits, expiry and pause stay. */
export function rotateLink(state: State, actor: string, keys: Keys<"rotate-link">): string {
  return tend(state, actor, keys.link, (link) => {
    if (link.revoked) return "revoked";
    link.maker = actor;
    log(state, "link.rotated");
    return "changed";
  });
}

function tend(state: State, actor: string, name: string, work: (link: Link) => string): string {
  const link = state.links.get(name);
  const group = link && seenGroup(state, actor, link.group);
  if (!group) return "not-found";
  return can(state, actor, group, "link.manage") ? work(link) : "not-permitted";
}
