/** Joining: a link shows the way in, and replaces neither a right, nor eligibility, nor approval. */
import { decide, decideGlobal } from "../decide";
import type { LinkState, PolicyViewer, Situation } from "../facts";
import { isEligible } from "../viewer";
import { answerJoinDoor, type Door } from "./door";

/** What keeps somebody out of a group; asked on joining, and of the requester again on approval. */
export interface WayIn {
  readonly internal: boolean;
  readonly eligible: boolean;
  readonly member: boolean;
  readonly public: boolean;
  /** holds `group.request` */
  readonly holdsRequest: boolean;
  /** holds `member.join` there, by the link if there is one */
  readonly mayJoin: boolean;
  /** holds `member.request` there, likewise */
  readonly mayRequest: boolean;
}

export interface JoinFacts extends Door, WayIn {
  /** state of the link that the actor came by, null without one */
  readonly link: LinkState | null;
  /** the link always asks approval */
  readonly asksApproval: boolean;
  readonly open: boolean;
  readonly restricted: boolean;
  readonly pending: boolean;
}

export type JoinRefusal = "internal" | "not-eligible" | "already-member" | "needs-request-permission" | "not-permitted";

export type JoinAnswer =
  | "sign-in"
  | Exclude<LinkState, "open">
  | JoinRefusal
  | "joined"
  | "already-pending"
  | "requested";

export function answerJoin(facts: JoinFacts): JoinAnswer {
  const shut = answerJoinDoor(facts, facts.link !== null);
  if (shut) return shut;
  if (facts.link && facts.link !== "open") return facts.link;
  const refusal = joinRefusal(facts);
  if (refusal) return refusal;
  if (facts.open && !facts.restricted && facts.mayJoin && !facts.asksApproval) return "joined";
  return facts.pending ? "already-pending" : "requested";
}

/** What keeps somebody out, if anything does; null lets them in, or lets them ask. */
export function joinRefusal(facts: WayIn): JoinRefusal | null {
  if (facts.internal) return "internal";
  if (!facts.eligible) return "not-eligible";
  if (facts.member) return "already-member";
  if (!facts.public && !facts.holdsRequest) return "needs-request-permission";
  return facts.mayJoin || facts.mayRequest ? null : "not-permitted";
}

/** The facts of somebody's way in, gathered from what the policy knows of them. */
export function wayIn(viewer: PolicyViewer, situation: Situation, byLink: boolean): WayIn {
  const { group, standing } = situation;
  return {
    internal: group.internal,
    eligible: isEligible(viewer, group),
    member: standing.member,
    public: group.public,
    holdsRequest: decideGlobal(viewer, "group.request").allowed,
    mayJoin: decide(viewer, situation, "member.join", { byLink }).allowed,
    mayRequest: decide(viewer, situation, "member.request", { byLink }).allowed,
  };
}
