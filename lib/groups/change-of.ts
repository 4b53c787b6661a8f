/** A change to many groups, as addresses and jobs write it, and what it asks of each. Pure. */
import type { GroupFacts } from "@/lib/policy/facts";
import type { ConfigureInput, Flags } from "./schema";
import { type ChangeWord, DELETE_CHANGE, FLAG_CHANGES, type FlagChange, ROLE_CHANGES } from "./sentence-changes";

export type GroupsChange =
  | { readonly kind: "flag"; readonly change: FlagChange; readonly flag: keyof Flags; readonly on: boolean }
  | { readonly kind: keyof typeof ROLE_CHANGES; readonly role: string }
  | { readonly kind: "delete" };

/** Null for a text that asks for nothing known. */
export function changeFrom(text: string | null | undefined): GroupsChange | null {
  if (!text) return null;
  if (text === "delete") return { kind: "delete" };
  if (Object.hasOwn(FLAG_CHANGES, text)) {
    const [flag, state] = text.split("-") as [keyof Flags, string];
    return { kind: "flag", change: text as FlagChange, flag, on: state === "on" };
  }
  const role = /^(keep-for|drop-role):([a-z][a-z0-9-]{0,47})$/.exec(text);
  return role ? { kind: role[1] as keyof typeof ROLE_CHANGES, role: role[2] ?? "" } : null;
}

/** `labels`: of roles, by their names. */
export function wordsOf(change: GroupsChange, labels: Readonly<Record<string, string>>): ChangeWord {
  if (change.kind === "delete") return DELETE_CHANGE;
  if (change.kind === "flag") return FLAG_CHANGES[change.change];
  return ROLE_CHANGES[change.kind](labels[change.role] ?? change.role);
}

/**
 * What a group is asked for. `already`: it is so. `last-role`: without it the group would be for everybody, which nobody
 * says of many groups at once.
 */
export function askedOf(
  slug: string,
  group: GroupFacts,
  change: Exclude<GroupsChange, { kind: "delete" }>,
): ConfigureInput | "already" | "last-role" {
  if (change.kind === "flag") {
    return group[change.flag] === change.on ? "already" : { group: slug, flags: { [change.flag]: change.on } };
  }
  const { eligibleRoles } = group;
  const listed = eligibleRoles.includes(change.role);
  if (listed === (change.kind === "keep-for")) return "already";
  const rest = listed ? eligibleRoles.filter((role) => role !== change.role) : [...eligibleRoles, change.role];
  return rest.length === 0 ? "last-role" : { group: slug, flags: {}, eligibleRoles: rest };
}
