/** What came to pass: the log, and who was told. */
import { decide } from "./decision";
import { accountOf, activeOwners, leadersOf } from "./holding";
import type { Group, State } from "./state";

export function log(state: State, event: string): void {
  state.audit.push(event);
}

/** Never the actor, and nobody who is no more. */
export function tell(state: State, actor: string, who: string, event: string): void {
  if (who === actor || !accountOf(state, who)) return;
  state.told.set(who, [...(state.told.get(who) ?? []), event]);
}

/** Done to somebody by others or by the portal. */
export function logAndTell(state: State, actor: string, who: string, event: string): void {
  log(state, event);
  tell(state, actor, who, event);
}

/** What rules bring about without being wanted is told to whoever caused it, too. */
export function logAndTellEvenTheActor(state: State, who: string, event: string): void {
  logAndTell(state, "", who, event);
}

/** Leaders, and holders of `request.decide` among the members; of a restricted group the active site owners instead. */
export function tellOfRequest(state: State, actor: string, group: Group): void {
  log(state, "request.made");
  if (state.settings.get("notifyLeaders") === false) return;
  const deciders = state.faults.has("the other administrators do not hear of a request")
    ? []
    : [...group.members.keys()].filter((who) => decide(state, who, group, "request.decide").allowed);
  const told = group.flags.restricted ? activeOwners(state) : [...leadersOf(state, group), ...deciders];
  for (const who of new Set(told)) tell(state, actor, who, "request.made");
}
