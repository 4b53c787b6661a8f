/** Leaving: eligibility, public and hidden are never asked. */
import { answerDoor, type Door } from "./door";

export interface LeaveFacts extends Door {
  readonly member: boolean;
  readonly internal: boolean;
  /** holds `member.leave` there */
  readonly mayLeave: boolean;
  /** leaving would take the group's last administrator: `losesLastAdministrator` */
  readonly lastAdmin: boolean;
  readonly open: boolean;
  /** the setting */
  readonly autoLeave: boolean;
  readonly pending: boolean;
}

export type LeaveAnswer =
  | "not-found"
  | "not-a-member"
  | "internal"
  | "not-permitted"
  | "last-admin"
  | "left"
  | "already-pending"
  | "leave-requested";

export function answerLeave(facts: LeaveFacts): LeaveAnswer {
  const shut = answerDoor(facts);
  if (shut) return shut;
  if (!facts.member) return "not-a-member";
  if (facts.internal) return "internal";
  if (!facts.mayLeave) return "not-permitted";
  if (facts.lastAdmin) return "last-admin";
  if (facts.open || facts.autoLeave) return "left";
  return facts.pending ? "already-pending" : "leave-requested";
}
