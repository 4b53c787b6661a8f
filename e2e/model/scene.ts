/** What there is to choose from when a step is chosen. */
import { BUILT_IN_COLUMNS } from "./catalogue";
import { accountOf } from "./holding";
import type { State } from "./state";

export interface Scene {
  readonly state: State;
  /** of the step, for new names */
  readonly number: number;
  /** every name that was brought up so far, also of what is no more */
  readonly groups: string[];
  readonly links: string[];
  readonly posts: string[];
}

export const presentAccounts = (state: State): string[] =>
  [...state.accounts.keys()].filter((who) => accountOf(state, who));

export const customRoles = (state: State): string[] =>
  [...state.globalRoles.keys()].filter((role) => role !== "anonymous" && role !== "authenticated");

export const customColumnsOf = (state: State, type: string): string[] =>
  [...(state.types.get(type)?.columns.keys() ?? [])].filter(
    (column) => !BUILT_IN_COLUMNS.includes(column) && !column.includes(":"),
  );
