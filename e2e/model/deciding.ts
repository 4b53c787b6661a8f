/** SEMANTICS §6: Decide a request. */
import type { Keys } from "@/lib/scenario/verbs";
import { isLastAdministrator } from "./administrators";
import { log, logAndTell } from "./chronicle";
import { can } from "./decision";
import { seenGroup } from "./group-named";
import { isOwner } from "./holding";
import { enter, joinRefusal } from "./joining";
import type { Group, State } from "./state";

type Asked = Keys<"approve">;

export function approve(state: State, actor: string, keys: Asked): string {
  const { account, group: name } = keys;
  const group = seenGroup(state, actor, name);
  if (!group) return "not-found";
  const refusal = undecidable(state, actor, group, keys) ?? notToBeApproved(state, actor, group, account);
  if (refusal) return refusal;
  const kind = group.pending.get(account);
  group.pending.delete(account);
  logAndTell(state, actor, account, "request.approved");
  if (kind === "leave") group.members.delete(account);
  else enter(group, account);
  log(state, kind === "leave" ? "member.left" : "member.joined");
  return "approved";
}

export function reject(state: State, actor: string, keys: Asked): string {
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  const refusal = undecidable(state, actor, group, keys);
  if (refusal) return refusal;
  group.pending.delete(keys.account);
  logAndTell(state, actor, keys.account, "request.rejected");
  return "rejected";
}

/** What is asked of approving and rejecting alike. */
function undecidable(state: State, actor: string, group: Group, { account, kind }: Asked): string | null {
  if (!can(state, actor, group, "request.decide")) return "not-permitted";
  if (isKeptForOwners(state, actor, group)) return "restricted";
  const pending = group.pending.get(account);
  if (!pending) return "no-request";
  if (account === actor && !state.faults.has("one's own request can be decided")) return "own-request";
  return kind !== undefined && kind !== pending ? "wrong-kind" : null;
}

/** A leave asks about the last administrator again; a join asks the join list again about the requester, now. */
function notToBeApproved(state: State, actor: string, group: Group, account: string): string | null {
  if (group.pending.get(account) === "leave") {
    return isLastAdministrator(state, actor, group, account) ? "last-admin" : null;
  }
  const refusal = joinRefusal(state, account, group, false);
  return refusal && `requester-${refusal}`;
}

export const isKeptForOwners = (state: State, actor: string, group: Group): boolean =>
  group.flags.restricted && !isOwner(state, actor) && !state.faults.has("restricted is not asked about");
