/** From the form of site-wide rights to what somebody changed in it. Pure. */
import { cellFrom, cellId, changeFrom } from "@/lib/group-types/schema-cell";
import type { Policy } from "@/lib/policy/facts";

export interface GlobalChange {
  readonly role: string;
  readonly permission: string;
  readonly on: boolean;
}

export interface GlobalMerge {
  /** what somebody else changed since the form was made, in the columns that it shows */
  readonly moved: readonly GlobalChange[];
  /** what was chosen and is not so yet */
  readonly chosen: readonly GlobalChange[];
  /** what was chosen and is so already */
  readonly already: readonly GlobalChange[];
  /** columns of the form whose role is gone */
  readonly gone: { readonly columns: readonly string[]; readonly permissions: readonly string[] };
}

/** Either the whole table, as the columns that a form shows and what is ticked in them, or the difference alone. */
export interface Sent {
  readonly sends?: "table" | "changes";
  readonly change?: readonly string[];
  readonly column: readonly string[];
  readonly cell: readonly string[];
  readonly was: string;
}

export function globalTicks(policy: Policy): Set<string> {
  return new Set([...policy.globalRoles].flatMap(([role, held]) => [...held].map((key) => cellId(role, key))));
}

/** `hasBox` says which ticks of now the form could show as boxes; one that it could not has not moved. */
export function mergeGlobal(policy: Policy, sent: Sent, hasBox: (change: GlobalChange) => boolean): GlobalMerge {
  const now = globalTicks(policy);
  const was = new Set(sent.was.split(" ").filter((id) => id !== ""));
  const alone = sent.sends === "changes";
  const columns = alone ? (sent.change ?? []).map((id) => changeFrom(id).role) : sent.column;
  const shown = ({ role }: GlobalChange) => (alone || columns.includes(role)) && policy.globalRoles.has(role);
  const isSo = ({ role, permission, on }: GlobalChange) => now.has(cellId(role, permission)) === on;
  const chosen = alone ? (sent.change ?? []).map(changeFrom) : between(was, new Set(sent.cell));
  const mine = chosen.filter(shown);
  return {
    moved: between(was, now).filter((change) => shown(change) && (!change.on || hasBox(change))),
    chosen: mine.filter((change) => !isSo(change)),
    already: mine.filter(isSo),
    gone: { columns: [...new Set(columns)].filter((role) => !policy.globalRoles.has(role)), permissions: [] },
  };
}

function between(before: ReadonlySet<string>, after: ReadonlySet<string>): GlobalChange[] {
  const granted = [...after].filter((id) => !before.has(id)).map((id) => ({ ...cellFrom(id), on: true }));
  const revoked = [...before].filter((id) => !after.has(id)).map((id) => ({ ...cellFrom(id), on: false }));
  return [...granted, ...revoked];
}
