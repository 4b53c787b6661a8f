/** What applying a file, and planning it, ask before they decide; the same for both. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Change } from "@/lib/consequences/change";
import type { Viewer } from "@/lib/session/viewer";
import { differencesOf, type TableChange } from "./difference";
import { stateOf } from "./fingerprint";
import { type Merged, mergeFile } from "./merge";
import { partOf, partsOf } from "./queries/find-export";
import { findHolders, findTables, type Holder, type Known } from "./queries/find-tables";
import type { PermissionFile } from "./schema";

export interface Facts extends Known, Merged {
  readonly changes: readonly TableChange[];
  /** of the custom roles that go */
  readonly holders: readonly Holder[];
  /** of the state that the viewer may administer */
  readonly digest: string;
}

export async function gatherFacts(read: Reader, viewer: Viewer, file: PermissionFile): Promise<Facts> {
  const known = await findTables(read);
  const merged = mergeFile(known.tables, file);
  const changes = differencesOf(known.tables, merged.goal);
  const going = changes.flatMap((change) =>
    change.kind === "column-deleted" ? [{ type: change.type.name, role: change.column.name }] : [],
  );
  const holders = await findHolders(read, going);
  return { ...known, ...merged, changes, holders, digest: stateOf(partOf(known.tables, partsOf(viewer))) };
}

/** How far the log is. */
export async function findLogged(read: Reader): Promise<number> {
  const [row] = await read.rows<{ id: number }>(sql`select coalesce(max(id), 0)::float8 as id from audit`);
  return row?.id ?? 0;
}

/** What the consequences follow from: site-wide rights and global roles that go. */
export function consequentOf(changes: readonly TableChange[]): Change[] {
  return changes.flatMap((change): Change[] => {
    if (change.kind === "role-deleted") return [{ kind: "role-deleted", role: change.role.name }];
    if (change.kind !== "right") return [];
    const { role, permission, on } = change;
    return [{ kind: on ? "permission-granted" : "permission-revoked", role: role.name, permission }];
  });
}
