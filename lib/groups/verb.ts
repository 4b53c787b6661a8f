/** The one verb that a group offers to a viewer, or the word of the rule that keeps it back. */
import { doorOf } from "@/lib/policy/answers/door";
import { answerJoin, type JoinAnswer, wayIn } from "@/lib/policy/answers/join";
import { answerLeave, type LeaveAnswer } from "@/lib/policy/answers/leave";
import { decide } from "@/lib/policy/decide";
import type { PolicyViewer, Situation } from "@/lib/policy/facts";

/** `pending` can be withdrawn; `managed` is an internal group that one is in: nothing to click. */
export type Verb =
  | { readonly kind: "sign-in" | "join" | "ask" | "member-leave" | "member-ask-leave" | "managed" }
  | { readonly kind: "pending"; readonly of: "join" | "leave" }
  | { readonly kind: "why-not"; readonly word: JoinAnswer | LeaveAnswer };

export interface VerbSettings {
  readonly autoLeave: boolean;
  /** leaving would take the group's last administrator; lists do not ask */
  readonly lastAdmin?: boolean;
}

export function verbFor(viewer: PolicyViewer, situation: Situation, settings: VerbSettings): Verb {
  return situation.standing.member && viewer.account
    ? leavingVerb(viewer, situation, settings)
    : joiningVerb(viewer, situation);
}

function leavingVerb(viewer: PolicyViewer, situation: Situation, { autoLeave, lastAdmin = false }: VerbSettings): Verb {
  const { internal, open } = situation.group;
  if (internal) return { kind: "managed" };
  const pending = situation.standing.pending !== null;
  const mayLeave = decide(viewer, situation, "member.leave").allowed;
  const word = answerLeave({
    ...doorOf(viewer, situation),
    ...{ member: true, internal, mayLeave, lastAdmin, open, autoLeave, pending },
  });
  if (word === "left") return { kind: "member-leave" };
  // A wish to leave can be taken back, whatever would be answered to a new one.
  if (pending) return { kind: "pending", of: "leave" };
  return word === "leave-requested" ? { kind: "member-ask-leave" } : { kind: "why-not", word };
}

function joiningVerb(viewer: PolicyViewer, situation: Situation): Verb {
  const { open, restricted } = situation.group;
  const pending = situation.standing.pending !== null;
  const word = answerJoin({
    ...doorOf(viewer, situation),
    ...wayIn(viewer, situation, false),
    ...{ link: null, asksApproval: false, open, restricted, pending },
  });
  if (word === "sign-in") return { kind: "sign-in" };
  if (word === "joined") return { kind: "join" };
  if (pending) return { kind: "pending", of: "join" };
  return word === "requested" ? { kind: "ask" } : { kind: "why-not", word };
}
