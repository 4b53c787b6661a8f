/** “Every verb that names a group first answers …” (§6). */
import { sees } from "./decision";
import { isActive } from "./holding";
import type { Group, State } from "./state";

/** The group, if there is an active account that acts, and sees it. */
export function seenGroup(state: State, actor: string, name: string): Group | undefined {
  const group = state.groups.get(name);
  return group && isActive(state, actor) && sees(state, actor, group) ? group : undefined;
}
